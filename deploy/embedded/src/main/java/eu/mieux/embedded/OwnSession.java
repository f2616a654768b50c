package eu.mieux.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Ctrl-C goes to every process of the terminal's session. What shall outlive it, or be stopped in order by the process
 * that hears it, starts in a session of its own; where there is no {@code setsid}, it shares the terminal's.
 */
public final class OwnSession {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    /** What to put before a command. */
    public static List<String> prefix() {
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }
}
