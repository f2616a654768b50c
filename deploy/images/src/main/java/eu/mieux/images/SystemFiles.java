package eu.mieux.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an image has of an operating system: the C library, the libraries that the JDK is linked with, their licences, the
 * account that everything runs as, and nothing to be started but Java. No shell, no package manager.
 */
final class SystemFiles {

    /** Numbers, as a cluster wants to see without looking into the image that it is not root. */
    static final String USER = "10001:10001";

    private static final List<String> PASSWD =
            List.of("root:x:0:0:root:/:/nonexistent", "mieux:x:10001:10001:MIEUX:/tmp:/nonexistent");

    private static final List<String> GROUP = List.of("root:x:0:", "mieux:x:10001:");

    private SystemFiles() {}

    /** Every file by its path in the image. */
    static SortedMap<String, Path> of(Architecture architecture, List<Path> packages, Path scratch) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path unpacked : packages) {
            libraries(architecture, unpacked, files);
            licences(unpacked, files);
        }
        Path loader = files.get("/lib/%s/%s".formatted(architecture.triplet(), name(architecture.loader())));
        if (loader == null) {
            throw new IOException("No package has the dynamic loader " + architecture.loader());
        }
        files.put("/" + architecture.loader(), loader);
        files.put("/etc/passwd", written(scratch.resolve("passwd"), PASSWD));
        files.put("/etc/group", written(scratch.resolve("group"), GROUP));
        files.put("/etc/nsswitch.conf", written(scratch.resolve("nsswitch.conf"), List.of("hosts: files dns")));
        return files;
    }

    /** Each under the name that programs look for; links are followed, since layers are the simpler for having none. */
    private static void libraries(Architecture architecture, Path unpacked, SortedMap<String, Path> files)
            throws IOException {
        for (String above : List.of("lib", "usr/lib")) {
            Path folder = unpacked.resolve(above).resolve(architecture.triplet());
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.list(folder)) {
                    for (Path library : found.filter(SystemFiles::isLibrary).toList()) {
                        files.put(
                                "/lib/%s/%s".formatted(architecture.triplet(), library.getFileName()),
                                library.toRealPath());
                    }
                }
            }
        }
    }

    private static boolean isLibrary(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().contains(".so");
    }

    private static void licences(Path unpacked, SortedMap<String, Path> files) throws IOException {
        Path documents = unpacked.resolve("usr").resolve("share").resolve("doc");
        if (!Files.isDirectory(documents)) {
            return;
        }
        try (Stream<Path> found = Files.walk(documents)) {
            for (Path file : found.filter(Files::isRegularFile)
                    .filter(file -> file.endsWith("copyright"))
                    .toList()) {
                files.put("/" + unpacked.relativize(file), file.toRealPath());
            }
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Path written(Path file, List<String> lines) throws IOException {
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
