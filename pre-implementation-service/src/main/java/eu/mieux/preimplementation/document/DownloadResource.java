package eu.mieux.preimplementation.document;

import eu.mieux.chassis.problem.InvalidFields;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How every document is answered: as a file with its name, in the form that the caller names or accepts. */
abstract class DownloadResource {

    private final Printing printing;

    DownloadResource(Printing printing) {
        this.printing = printing;
    }

    final Response download(Supplier<Paper> composed, @Nullable String format, HttpHeaders headers) {
        DocumentFormat wanted = format == null ? accepted(headers.getAcceptableMediaTypes()) : named(format);
        Paper document = composed.get();
        return Response.ok(printing.print(document, wanted), wanted.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(document.fileName(), wanted))
                .header(HttpHeaders.CONTENT_LANGUAGE, document.languageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT)
                .build();
    }

    private static DocumentFormat named(String format) {
        return DocumentFormat.of(format).orElseThrow(() -> new InvalidFields("/format", "Ask for pdf or docx."));
    }

    /** @param acceptable the one that she would like best comes first */
    private static DocumentFormat accepted(List<MediaType> acceptable) {
        return acceptable.stream()
                .flatMap(type -> Arrays.stream(DocumentFormat.values())
                        .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(DocumentFormat.PDF);
    }
}
