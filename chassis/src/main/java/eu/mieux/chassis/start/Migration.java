package eu.mieux.chassis.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/**
 * Who brings the schema up to date, {@code mieux.database.migration}. A program that serves needs the owner's credentials only if it
 * does so itself; where many instances serve, one job does it before them.
 */
enum Migration {
    /** The program, when it starts. */
    AT_START,
    /** The program, which does nothing else, and ends: a job. */
    ONLY,
    /** Another, before; the program waits until it has come about. */
    NONE;

    private static final String SETTING = "mieux.database.migration";

    /** Empty where the setting says none of them. */
    static Optional<Migration> of(Config config) {
        String told = config.getValue(SETTING, String.class);
        return Arrays.stream(values())
                .filter(migration -> migration.word().equals(told))
                .findFirst();
    }

    static String objection(Config config) {
        return "MIEUX_DATABASE_MIGRATION is \"%s\", and must be one of %s."
                .formatted(
                        config.getValue(SETTING, String.class),
                        Arrays.stream(values()).map(Migration::word).collect(Collectors.joining(", ")));
    }

    boolean byThisProgram() {
        return this != NONE;
    }

    boolean serves() {
        return this != ONLY;
    }

    /** As Quarkus does it at the start, by the same settings. */
    static int migrate(Config config) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class))
                .defaultSchema(config.getValue("quarkus.flyway.default-schema", String.class))
                .locations(config.getValue("quarkus.flyway.locations", String[].class))
                .outOfOrder(config.getValue("quarkus.flyway.out-of-order", Boolean.class))
                .placeholders(Map.of("serving", config.getValue("quarkus.flyway.placeholders.serving", String.class)))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
