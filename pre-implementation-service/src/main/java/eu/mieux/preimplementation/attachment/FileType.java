package eu.mieux.preimplementation.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/**
 * The kinds of file that are taken: PDF, images, office files. What a file is, is told by its bytes (Apache Tika); its name only tells
 * office files of one container apart. What a browser would run (HTML, SVG) and what carries macros by design is not among them.
 */
enum FileType {
    PDF("application/pdf", Container.NONE, "pdf"),
    PNG("image/png", Container.NONE, "png"),
    JPEG("image/jpeg", Container.NONE, "jpg", "jpeg"),
    TIFF("image/tiff", Container.NONE, "tiff", "tif"),
    RTF("application/rtf", Container.NONE, "rtf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Container.OOXML, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Container.OOXML, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Container.OOXML, "pptx"),
    ODT("application/vnd.oasis.opendocument.text", Container.NONE, "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Container.NONE, "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", Container.NONE, "odp"),
    DOC("application/msword", Container.OLE, "doc"),
    XLS("application/vnd.ms-excel", Container.OLE, "xls"),
    PPT("application/vnd.ms-powerpoint", Container.OLE, "ppt");

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

    private static final Pattern PDF_BEGINS = Pattern.compile("\\uFEFF?\\s*%PDF-");
    private static final int LONGEST_BEGINNING = 64;

    private final String mediaType;
    private final Container container;
    private final String extension;
    private final String otherExtension;

    FileType(String mediaType, Container container, String extension) {
        this(mediaType, container, extension, extension);
    }

    FileType(String mediaType, Container container, String extension, String otherExtension) {
        this.mediaType = mediaType;
        this.container = container;
        this.extension = extension;
        this.otherExtension = otherExtension;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** With what its names end: {@code .jpg or .jpeg}. */
    String endings() {
        return extension.equals(otherExtension) ? "." + extension : ".%s or .%s".formatted(extension, otherExtension);
    }

    /** Whether a file of that name is opened as what it is. */
    boolean isEndOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("." + extension) || lower.endsWith("." + otherExtension);
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
                        .filter(type -> type != PDF || beginsAsPdf(file))
                        .findFirst();
        };
    }

    /**
     * Readers look for the mark of a PDF further on too; before it there is room for something else. What scanners put there, a byte
     * order mark and blanks, is nothing else.
     */
    private static boolean beginsAsPdf(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return PDF_BEGINS
                    .matcher(new String(bytes.readNBytes(LONGEST_BEGINNING), StandardCharsets.UTF_8))
                    .lookingAt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a file that is not taken, as a sentence goes on after "The file is". */
    static String described(Path file) throws IOException {
        String found = found(file);
        return switch (found) {
            case OLE -> "an Office file by its content, and its name ends as that of another kind";
            case ZIP, OOXML ->
                isOfOffice(file)
                        ? "an Office file by its content, and its name ends as that of another kind"
                        : hasMacros(file)
                                ? "an Office file with macros, which are not taken: save it without them"
                                : "an archive (application/zip) by its content";
            case "application/pdf" -> "a PDF with something else before its mark, %PDF-";
            default -> found + " by its content";
        };
    }

    private static boolean hasMacros(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(FileType::isMacro);
        } catch (ZipException e) {
            return false;
        }
    }

    private static boolean isMacro(ZipEntry entry) {
        return entry.getName().endsWith("vbaProject.bin");
    }

    /** By its bytes alone. */
    private static String found(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return TIKA.detect(bytes);
        }
    }

    private static Optional<FileType> named(String name, Container container) {
        return Arrays.stream(values())
                .filter(type -> type.container == container && type.isEndOf(name))
                .findFirst();
    }

    /** An archive is one of Office when it says what is in it, and holds no macros. */
    private static boolean isOfOffice(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null && zip.stream().noneMatch(FileType::isMacro);
        } catch (ZipException e) {
            return false;
        }
    }
}
