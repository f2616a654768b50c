package eu.mieux.chassis.start;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What no service can do without, and what nobody can guess: without one of them it says so and does not start. */
final class NeededSettings {

    /**
     * A setting.
     *
     * @param name as Quarkus knows it, whichever way it is set
     * @param variable by which it is usually set
     * @param forWhom which programs cannot do without it
     */
    private record Needed(String name, String variable, String meaning, Predicate<Migration> forWhom) {

        /** By every program. */
        Needed(String name, String variable, String meaning) {
            this(name, variable, meaning, _ -> true);
        }

        String objection() {
            return "%s is not set: %s.".formatted(variable, meaning);
        }
    }

    private static final List<Needed> ALL = List.of(
            new Needed(
                    "quarkus.datasource.jdbc.url",
                    "MIEUX_DATABASE_URL",
                    "where the service's own database is, as jdbc:postgresql://host:5432/database"),
            new Needed("quarkus.datasource.username", "MIEUX_DATABASE_USER", "the role that serves"),
            new Needed(
                    "quarkus.datasource.password", "MIEUX_DATABASE_PASSWORD", "the password of the role that serves"),
            new Needed(
                    "quarkus.flyway.username",
                    "MIEUX_DATABASE_OWNER",
                    "the role that owns the tables and changes them, another than MIEUX_DATABASE_USER",
                    Migration::byThisProgram),
            new Needed(
                    "quarkus.flyway.password",
                    "MIEUX_DATABASE_OWNER_PASSWORD",
                    "the password of the role that owns the tables",
                    Migration::byThisProgram),
            new Needed(
                    "mieux.kafka",
                    "MIEUX_KAFKA",
                    "where Kafka is, as host:9092, several separated by commas",
                    Migration::serves),
            new Needed(
                    "mieux.facility",
                    "MIEUX_FACILITY",
                    "the folder with the facility's code lists",
                    Migration::serves));

    private NeededSettings() {}

    /** A sentence for each that is missing. */
    static Stream<String> objections(Config config, Migration migration) {
        return ALL.stream()
                .filter(needed -> needed.forWhom().test(migration))
                .filter(Predicate.not(needed -> isSet(config, needed)))
                .map(Needed::objection);
    }

    private static boolean isSet(Config config, Needed needed) {
        return config.getOptionalValue(needed.name(), String.class)
                .filter(Predicate.not(String::isBlank))
                .isPresent();
    }
}
