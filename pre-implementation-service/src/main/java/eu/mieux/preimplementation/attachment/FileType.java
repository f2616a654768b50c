package eu.mieux.preimplementation.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/**
 * The kinds of file that are taken: PDF, images, office files. What a file is, is told by its bytes (Apache Tika); its name only tells
 * office files of one container apart. What a browser would run (HTML, SVG) and what carries macros by design is not among them.
 */
enum FileType {
    PDF("pdf", "application/pdf", Container.NONE),
    PNG("png", "image/png", Container.NONE),
    JPEG("jpg", "image/jpeg", Container.NONE),
    TIFF("tiff", "image/tiff", Container.NONE),
    RTF("rtf", "application/rtf", Container.NONE),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Container.OOXML),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Container.OOXML),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Container.OOXML),
    ODT("odt", "application/vnd.oasis.opendocument.text", Container.NONE),
    ODS("ods", "application/vnd.oasis.opendocument.spreadsheet", Container.NONE),
    ODP("odp", "application/vnd.oasis.opendocument.presentation", Container.NONE),
    DOC("doc", "application/msword", Container.OLE),
    XLS("xls", "application/vnd.ms-excel", Container.OLE),
    PPT("ppt", "application/vnd.ms-powerpoint", Container.OLE);

    /** In what its bytes are wrapped, where that alone does not tell it from others. */
    private enum Container {
        NONE,
        OOXML,
        OLE
    }

    private static final Tika TIKA = new Tika();
    private static final String OLE = "application/x-tika-msoffice";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final String ZIP = "application/zip";

    private final String extension;
    private final String mediaType;
    private final Container container;

    FileType(String extension, String mediaType, Container container) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.container = container;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** What the file is; empty when it is nothing that is taken. */
    static Optional<FileType> of(Path file, String name) throws IOException {
        String found = found(file);
        return switch (found) {
            case OLE -> named(name, Container.OLE);
            case ZIP, OOXML -> isOfOffice(file) ? named(name, Container.OOXML) : Optional.empty();
            default ->
                Arrays.stream(values())
                        .filter(type -> type.container == Container.NONE && type.mediaType.equals(found))
                        .findFirst();
        };
    }

    /** By its bytes alone. */
    static String found(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return TIKA.detect(bytes);
        }
    }

    private static Optional<FileType> named(String name, Container container) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.container == container && lower.endsWith("." + type.extension))
                .findFirst();
    }

    /** An archive is one of Office when it says what is in it, and holds no macros. */
    private static boolean isOfOffice(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        } catch (ZipException e) {
            return false;
        }
    }
}
