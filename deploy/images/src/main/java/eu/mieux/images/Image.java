package eu.mieux.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;

/**
 * An OCI image, from scratch: what changes least lies lowest. The same files give the same image, bit by bit: every file has
 * the same time, root owns all, and nothing can be written but {@code /tmp}.
 *
 * @param name with its tag
 * @param created told by whoever asks, since no two builds would agree on it
 */
record Image(String name, Architecture architecture, Instant created, Map<String, String> labels) {

    private static final String EXECUTABLE = "755";
    private static final String READABLE = "644";
    private static final String TEMPORARY = "777";

    /** A part of the image: files by their paths in it. */
    record Layer(String name, SortedMap<String, Path> files) {}

    /** @return the image's digest */
    String write(Path tar, List<Layer> layers, List<String> entrypoint, Path scratch)
            throws IOException, InterruptedException {
        JibContainerBuilder builder = Jib.fromScratch()
                .setPlatforms(Set.of(new Platform(architecture.title(), "linux")))
                .setFormat(ImageFormat.OCI)
                .setCreationTime(created)
                .setUser(SystemFiles.USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
                .setEnvironment(Map.of(
                        "JAVA_HOME", JavaRuntime.HOME,
                        "LANG", "C.UTF-8",
                        // The C library's allocator gives each thread room of its own otherwise, and takes none of it
                        // back.
                        "MALLOC_ARENA_MAX", "2"))
                .setExposedPorts(Port.tcp(8080))
                .setEntrypoint(entrypoint)
                .setLabels(labels)
                .addFileEntriesLayer(temporary(scratch));
        for (Layer layer : layers) {
            builder.addFileEntriesLayer(entries(layer));
        }
        try {
            Path cache = Files.createDirectories(scratch.resolve("layers"));
            JibContainer written =
                    builder.containerize(Containerizer.to(TarImage.at(tar).named(name))
                            .setApplicationLayersCache(cache)
                            .setBaseImageLayersCache(cache)
                            .setOfflineMode(true)
                            .setToolName("mieux"));
            return written.getDigest().toString();
        } catch (InvalidImageReferenceException e) {
            throw new Refusal("\"%s\" is no name of an image.".formatted(name), e);
        } catch (RegistryException | CacheDirectoryCreationException | ExecutionException e) {
            throw new IOException("The image %s cannot be written: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static FileEntriesLayer temporary(Path scratch) throws IOException {
        return FileEntriesLayer.builder()
                .setName("temporary")
                .addEntry(
                        Files.createDirectories(scratch.resolve("tmp")),
                        AbsoluteUnixPath.get("/tmp"),
                        FilePermissions.fromOctalString(TEMPORARY))
                .build();
    }

    private static FileEntriesLayer entries(Layer layer) {
        FileEntriesLayer.Builder entries = FileEntriesLayer.builder().setName(layer.name());
        layer.files()
                .forEach((path, file) -> entries.addEntry(
                        file,
                        AbsoluteUnixPath.get(path),
                        FilePermissions.fromOctalString(isProgram(path) ? EXECUTABLE : READABLE)));
        return entries.build();
    }

    /** By its place, since a checkout on another system may not know of permissions. */
    private static boolean isProgram(String path) {
        return path.startsWith(JavaRuntime.HOME + "/bin/")
                || path.equals(JavaRuntime.HOME + "/lib/jspawnhelper")
                || path.equals(JavaRuntime.HOME + "/lib/jexec")
                || path.contains("/ld-linux");
    }
}
