package eu.mieux.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What all images of one architecture stand on: the files of the system and of the JDK. */
record Ground(
        Architecture architecture,
        List<DebianPackage> packages,
        SortedMap<String, Path> system,
        SortedMap<String, Path> java) {

    private static final String JDK = "openjdk-25-jdk-headless";

    /** @param cache keeps what was downloaded, unpacked and linked */
    static Ground of(Architecture architecture, Path root, Path cache) throws IOException, InterruptedException {
        List<DebianPackage> packages = DebianPackage.pinned(DebianPackage.list(root), architecture);
        PackageStore store = new PackageStore(cache, PackageStore.MIRRORS);
        List<Path> libraries = new ArrayList<>();
        Path java = null;
        for (DebianPackage each : packages) {
            Path unpacked = store.unpacked(each);
            if (each.name().equals(JDK)) {
                java = JavaRuntime.linked(unpacked, cache.resolve(JavaRuntime.key(each)));
            } else {
                libraries.add(unpacked);
            }
        }
        if (java == null) {
            throw new IOException(
                    "%s names no %s for %s.".formatted(DebianPackage.list(root), JDK, architecture.title()));
        }
        Path scratch = Files.createDirectories(cache.resolve("system-" + architecture.title()));
        return new Ground(
                architecture, packages, SystemFiles.of(architecture, libraries, scratch), JavaRuntime.files(java));
    }
}
