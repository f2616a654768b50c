package eu.mieux.images;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a program is started in its image. Operators add to it by {@code JDK_JAVA_OPTIONS}. */
final class Start {

    /** Where an image has the program. */
    static final String HOME = "/opt/mieux";

    static final String CACHE = HOME + "/startup.aot";

    private static final List<String> OPTIONS = List.of(
            // Half of what the container may have is for the heap; the rest is for threads, buffers, code and the JVM
            // itself.
            "-XX:MaxRAMPercentage=50",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=128m",
            // Whoever is out of memory is started anew, rather than left to limp.
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Start() {}

    static List<String> entrypoint(@Nullable String cache) {
        List<String> command = new ArrayList<>(List.of(JavaRuntime.HOME + "/bin/java"));
        command.addAll(arguments(cache));
        return command;
    }

    /** @param cache the ahead-of-time cache that it starts with, if there is one */
    static List<String> arguments(@Nullable String cache) {
        List<String> arguments = new ArrayList<>(OPTIONS);
        if (cache != null) {
            arguments.add("-XX:AOTCache=" + cache);
        }
        arguments.addAll(List.of("-jar", HOME + "/quarkus-run.jar"));
        return arguments;
    }
}
