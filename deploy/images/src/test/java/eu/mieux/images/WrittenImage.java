package eu.mieux.images;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image as others read it: an OCI layout in a tar file. */
final class WrittenImage {

    /**
     * A file of an image.
     *
     * @param beginning up to 1 MiB, one character for each byte
     */
    record File(TarArchiveEntry entry, String beginning) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, byte[]> blobs = new HashMap<>();
    private final JsonNode manifest;

    WrittenImage(Path tar) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(tar))) {
            TarArchiveInputStream entries = new TarArchiveInputStream(bytes);
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                blobs.put(entry.getName(), entries.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        manifest = blob(
                JSON.readTree(blobs.get("index.json")).at("/manifests/0/digest").asString());
    }

    /** What the image says of itself: architecture, user, entry point, labels. */
    JsonNode config() {
        return blob(manifest.at("/config/digest").asString());
    }

    /** Every file by its path, of all layers. */
    SortedMap<String, File> files() {
        SortedMap<String, File> files = new TreeMap<>();
        for (JsonNode layer : manifest.path("layers")) {
            for (File file : files(layer.path("digest").asString())) {
                files.put("/" + file.entry().getName(), file);
            }
        }
        return files;
    }

    private List<File> files(String digest) {
        List<File> files = new ArrayList<>();
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes(digest))))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.add(new File(entry, new String(entries.readNBytes(1 << 20), StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private JsonNode blob(String digest) {
        return JSON.readTree(bytes(digest));
    }

    private byte[] bytes(String digest) {
        byte[] found = blobs.get("blobs/" + digest.replace(':', '/'));
        if (found == null) {
            throw new IllegalStateException("The image has no blob " + digest);
        }
        return found;
    }
}
