package eu.mieux.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with the sources that this launcher was built from; the script tells it. */
public record Checkout(Path root) {

    public static Checkout here() {
        Path root =
                Path.of(System.getProperty("mieux.root", "")).toAbsolutePath().normalize();
        if (!Files.exists(root.resolve("pom.xml"))) {
            throw new Refusal(
                    "The folder %s is not a checkout of the suite. Start it by its script ./mieux.".formatted(root));
        }
        return new Checkout(root);
    }

    public Path path(String first, String... more) {
        return root.resolve(Path.of(first, more));
    }

    /** The JDK that runs this launcher also runs the suite. */
    public static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    public static Path java() {
        return javaHome().resolve("bin").resolve("java");
    }
}
