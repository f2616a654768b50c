package eu.mieux.local.suite;

import eu.mieux.local.Checkout;
import eu.mieux.local.identity.Identity;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A checkout with the real broker and identity provider, but with {@link FakeService} for the services and the gateway. */
final class FakeCheckout {

    private static final Path REAL = Path.of(System.getProperty("mieux.root"));

    private FakeCheckout() {}

    static Checkout in(Path root) throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Programs.copy(
                REAL.resolve("deploy/broker/target"),
                root.resolve("deploy/broker/target"),
                file -> file.toString().endsWith(".jar"));
        launcher(root.resolve("deploy/local/target"));
        for (Part part : Part.applications()) {
            service(root, part, false);
        }
        return new Checkout(root);
    }

    static void service(Path root, Part part, boolean refuses) throws IOException {
        Path folder = Files.createDirectories(root.resolve(part.title()).resolve("target/quarkus-app"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        try (OutputStream file = Files.newOutputStream(folder.resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            String name = FakeService.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            try (var bytes = FakeService.class.getResourceAsStream("/" + name)) {
                bytes.transferTo(jar);
            }
            if (refuses) {
                jar.putNextEntry(new JarEntry("refuses-to-start"));
            }
        }
    }

    /** What {@code package} makes of this module, made of the classes under test. */
    private static void launcher(Path target) throws IOException {
        Path libraries = Files.createDirectories(target.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                Path library = Path.of(entry);
                link(library, libraries.resolve(library.getFileName()));
            }
        }
        Path classes = Path.of(Identity.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (OutputStream file = Files.newOutputStream(target.resolve("local.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, jar);
            }
        }
    }

    private static void link(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException _) {
            Files.copy(file, copy);
        }
    }
}
