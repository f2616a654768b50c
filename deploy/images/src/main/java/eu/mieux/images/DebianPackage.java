package eu.mieux.images;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package of which an image has files, pinned by its digest.
 *
 * @param path below the archive's root
 * @param sha256 of the package, in hexadecimal
 */
record DebianPackage(Architecture architecture, String name, String version, String path, String sha256) {

    /** The release of Debian that the packages are of. */
    static final String RELEASE = "trixie";

    /** The list in the sources. */
    static Path list(Path root) {
        return root.resolve("deploy").resolve("images").resolve("debian.csv");
    }

    static List<DebianPackage> pinned(Path list, Architecture architecture) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list);
                Stream<NamedCsvRecord> all = rows.stream()) {
            return all.map(DebianPackage::of)
                    .filter(found -> found.architecture == architecture)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DebianPackage of(NamedCsvRecord row) {
        return new DebianPackage(
                Architecture.titled(row.getField("architecture")),
                row.getField("package"),
                row.getField("version"),
                row.getField("path"),
                row.getField("sha256"));
    }
}
