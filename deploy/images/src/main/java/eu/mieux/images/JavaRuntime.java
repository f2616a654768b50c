package eu.mieux.images;

import eu.mieux.embedded.TemporaryFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The JDK of an image: the modules that the suite uses, linked from a JDK of the image's architecture. */
final class JavaRuntime {

    /** Where an image has it. */
    static final String HOME = "/opt/java";

    /**
     * What the programs need, and what operators want to have: flight recordings ({@code jdk.jfr}) and management. The acceptance
     * suite runs against the images and would find a module missing.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.rmi",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.xml",
            "java.xml.crypto",
            "jdk.charsets",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /** Of the languages that the facility writes in. */
    private static final String LOCALES = "en,fr,es,pt,ar";

    private JavaRuntime() {}

    /** A name that tells what it is linked from, and what. */
    static String key(DebianPackage jdk) {
        return "java-%s-%s-%08x"
                .formatted(
                        jdk.version().replaceAll("[^0-9.]+", "-"),
                        jdk.sha256().substring(0, 12),
                        (MODULES + LOCALES).hashCode());
    }

    /** Links it, unless it was before from the same package. */
    static Path linked(Path jdkPackage, Path target) throws IOException {
        if (Files.exists(target)) {
            return target;
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        TemporaryFolder.delete(unfinished);
        StringWriter said = new StringWriter();
        PrintWriter ear = new PrintWriter(said);
        int code = jlink().run(
                        ear,
                        ear,
                        "--module-path",
                        modules(jdkPackage).toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales=" + LOCALES,
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        unfinished.toString());
        if (code != 0) {
            throw new IOException("jlink (of JDK %s) failed: %s"
                    .formatted(Runtime.version(), said.toString().strip()));
        }
        deleteDebugSymbols(unfinished);
        return Files.move(unfinished, target);
    }

    private static void deleteDebugSymbols(Path linked) throws IOException {
        try (Stream<Path> found = Files.walk(linked)) {
            for (Path file :
                    found.filter(file -> file.toString().endsWith(".debuginfo")).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Every file by its path in the image. */
    static SortedMap<String, Path> files(Path linked) {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(linked)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(HOME + "/" + linked.relativize(file), file.toRealPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static ToolProvider jlink() {
        return ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException(
                        "The JDK %s has no jlink; install a complete one.".formatted(System.getProperty("java.home"))));
    }

    private static Path modules(Path jdkPackage) throws IOException {
        try (Stream<Path> found = Files.walk(jdkPackage, 6)) {
            return found.filter(path -> path.endsWith("jmods"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The JDK's package has no modules to link: " + jdkPackage));
        }
    }
}
