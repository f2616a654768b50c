package eu.mieux.chassis.start;

import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** How logs are written: Quarkus would not say which setting it cannot understand. */
final class LogFormat {

    private static final Set<String> KNOWN = Set.of("text", "json");

    private LogFormat() {}

    static Optional<String> objection(Config config) {
        return config.getOptionalValue("MIEUX_LOG_FORMAT", String.class)
                .filter(format -> !KNOWN.contains(format))
                .map("MIEUX_LOG_FORMAT is \"%s\": text or json."::formatted);
    }
}
