package eu.mieux.chassis.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts a service, unless a setting is missing, it would trust anybody's tokens, or its database is too new for it. The look comes before all else: whatever Quarkus starts by
 * itself, migrations of the database among it, comes after.
 */
@QuarkusMain
public final class Main {

    /** By each of these others than the issuer could say whose tokens are good. */
    private static final List<String> AROUND = List.of(
            "quarkus.oidc.public-key",
            "quarkus.oidc.jwks-path",
            "quarkus.oidc.introspection-path",
            "quarkus.oidc.discovery-enabled",
            "quarkus.oidc.discovery-path",
            "quarkus.oidc.token.issuer",
            "quarkus.oidc.provider",
            "quarkus.oidc.tenant-enabled");

    /** A system property, which comes before all other settings. */
    private static final String MIGRATE = "quarkus.flyway.migrate-at-start";

    private static final String NO_TRACES = "quarkus.otel.sdk.disabled";

    private Main() {}

    public static void main(String... arguments) {
        Config config = ConfigProvider.getConfig();
        Migration migration = Migration.of(config).orElse(null);
        if (migration == null) {
            refuse(List.of(Migration.objection(config)));
            return;
        }
        Stream<String> trust = migration.serves() ? objection(config).stream() : Stream.empty();
        List<String> objections = Stream.of(
                        LogFormat.objection(config).stream(), NeededSettings.objections(config, migration), trust)
                .flatMap(Function.identity())
                .toList();
        if (!objections.isEmpty()) {
            refuse(objections);
        }
        try {
            prepare(migration, config);
        } catch (SchemaRelease.CannotServe e) {
            refuse(List.of(e.getMessage()));
        }
        if (migration.serves()) {
            if (config.getOptionalValue("MIEUX_OTLP_ENDPOINT", String.class).isPresent()) {
                System.setProperty(NO_TRACES, "false");
            }
            Quarkus.run(arguments);
        }
    }

    /** Brings the schema up to date, leaves that to Quarkus, or waits until it is. */
    private static void prepare(Migration migration, Config config) throws SchemaRelease.CannotServe {
        SchemaRelease found = SchemaRelease.of(config);
        switch (migration) {
            case AT_START -> {
                if (found.isOfTheNext()) {
                    System.setProperty(MIGRATE, "false");
                }
            }
            case NONE -> {
                System.setProperty(MIGRATE, "false");
                SchemaRelease.awaitOwn(config);
            }
            case ONLY -> {
                if (found.isOfTheNext()) {
                    System.out.println("The schema is of the next release; nothing is migrated.");
                } else {
                    System.out.printf(
                            "The schema is up to date; migrations carried out: %d.%n", Migration.migrate(config));
                }
            }
        }
    }

    private static void refuse(List<String> objections) {
        objections.forEach(objection -> System.err.println("Not started: " + objection));
        System.exit(1);
    }

    /** What counts is what Quarkus will use, whichever way it was set. */
    static Optional<String> objection(Config config) {
        Optional<String> environment = config.getOptionalValue("mieux.environment", String.class);
        if (!environment.equals(Optional.of(TrustedIssuer.LOCAL))) {
            if (config.getOptionalValue("mieux.clock.ahead", String.class).isPresent()) {
                return Optional.of(
                        "MIEUX_CLOCK_AHEAD is set: records would bear days that have not come yet. Take it away.");
            }
            for (String way : AROUND) {
                if (config.getOptionalValue(way, String.class).isPresent()) {
                    return Optional.of(
                            "%s is set: tokens would not be verified by the keys that the identity provider publishes. Take it away."
                                    .formatted(way));
                }
            }
        }
        Optional<String> serving = config.getOptionalValue("quarkus.datasource.username", String.class);
        if (serving.isPresent() && serving.equals(config.getOptionalValue("quarkus.flyway.username", String.class))) {
            return Optional.of(
                    "MIEUX_DATABASE_USER and MIEUX_DATABASE_OWNER are both %s: who owns the tables could change the audit trail. Serve as another role."
                            .formatted(serving.get()));
        }
        return TrustedIssuer.objection(
                environment, config.getOptionalValue("quarkus.oidc.auth-server-url", String.class));
    }
}
