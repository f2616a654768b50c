package eu.mieux.images;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The newest versions of the packages that images have files of, as Debian's archive lists them; writes the list of pins anew. */
final class PackageIndex {

    private final String mirror;

    PackageIndex(String mirror) {
        this.mirror = mirror;
    }

    void pin(Path list) throws IOException {
        List<DebianPackage> pins = new ArrayList<>();
        for (Architecture architecture : Architecture.values()) {
            List<DebianPackage> before = DebianPackage.pinned(list, architecture);
            Set<String> names =
                    new HashSet<>(before.stream().map(DebianPackage::name).toList());
            Map<String, DebianPackage> newest = newest(architecture, names);
            for (DebianPackage each : before) {
                DebianPackage found = newest.get(each.name());
                if (found == null) {
                    throw new IOException("Debian %s has no package %s for %s."
                            .formatted(DebianPackage.RELEASE, each.name(), architecture.title()));
                }
                pins.add(found);
            }
        }
        try (CsvWriter rows =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(list)) {
            rows.writeRecord("architecture", "package", "version", "path", "sha256");
            for (DebianPackage each : pins) {
                rows.writeRecord(each.architecture().title(), each.name(), each.version(), each.path(), each.sha256());
            }
        }
    }

    private Map<String, DebianPackage> newest(Architecture architecture, Set<String> names) throws IOException {
        URI index = URI.create(
                "%sdists/%s/main/binary-%s/Packages.xz".formatted(mirror, DebianPackage.RELEASE, architecture.title()));
        Map<String, DebianPackage> found = new HashMap<>();
        try (InputStream packed = index.toURL().openStream();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(unpacked(packed), StandardCharsets.UTF_8))) {
            Map<String, String> paragraph = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    paragraph.clear();
                } else if (!line.startsWith(" ")) {
                    int colon = line.indexOf(':');
                    String field = line.substring(0, colon);
                    String value = line.substring(colon + 1).strip();
                    paragraph.put(field, value);
                    String name = paragraph.getOrDefault("Package", "");
                    // The digest is the last of the fields that are looked for.
                    if (field.equals("SHA256") && names.contains(name)) {
                        found.put(
                                name,
                                new DebianPackage(
                                        architecture,
                                        name,
                                        paragraph.getOrDefault("Version", ""),
                                        paragraph.getOrDefault("Filename", ""),
                                        value));
                    }
                }
            }
        }
        return found;
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        return XZCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
    }
}
