package eu.mieux.preimplementation.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which a document can be had. */
enum DocumentFormat {
    PDF(Types.PDF),
    DOCX(Types.DOCX);

    /** Constants, for annotations. */
    static final class Types {
        static final String PDF = "application/pdf";
        static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

        private Types() {}
    }

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Of a file's name, and of the parameter. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DocumentFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }
}
