package eu.mieux.chassis.testing;

import eu.mieux.embedded.BrokerProcess;
import eu.mieux.embedded.PostgresServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service under test runs on: a PostgreSQL and a Kafka of its own, and tokens signed by the test. */
public class RealSuite implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "service";
    private static final String OWNER = PostgresServer.owner(DATABASE);

    private static @Nullable BrokerProcess broker;
    private static @Nullable Issuer issuer;
    private @Nullable PostgresServer postgres;

    /** The broker of the running tests, for those that stop it. */
    public static BrokerProcess broker() {
        if (broker == null) {
            throw new IllegalStateException("Annotate the test with @QuarkusTestResource(RealSuite.class).");
        }
        return broker;
    }

    static String issuer() {
        if (issuer == null) {
            throw new IllegalStateException("Annotate the test with @QuarkusTestResource(RealSuite.class).");
        }
        return issuer.url();
    }

    public static Path root() {
        return Path.of(System.getProperty("mieux.root"));
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = PostgresServer.temporary();
            postgres.createDatabase(DATABASE, DATABASE, OWNER);
            broker = BrokerProcess.temporary(root().resolve("deploy/broker/target"));
            Map<String, String> settings = new HashMap<>();
            settings.put("MIEUX_DATABASE_URL", postgres.jdbcUrl(DATABASE));
            settings.put("MIEUX_DATABASE_USER", DATABASE);
            settings.put("MIEUX_DATABASE_PASSWORD", DATABASE);
            settings.put("MIEUX_DATABASE_OWNER", OWNER);
            settings.put("MIEUX_DATABASE_OWNER_PASSWORD", OWNER);
            settings.put("MIEUX_KAFKA", broker.bootstrapServers());
            settings.put(
                    "MIEUX_FACILITY", root().resolve("deploy/facility/mieux").toString());
            issuer = Issuer.start(Tokens.publicKey());
            settings.put("MIEUX_ENVIRONMENT", "local");
            settings.put("MIEUX_OIDC_ISSUER", issuer.url());
            return settings;
        } catch (Exception e) {
            throw new IllegalStateException("The test's PostgreSQL or Kafka did not start.", e);
        }
    }

    @Override
    public void stop() {
        close(broker);
        close(postgres);
        close(issuer);
    }

    private static void close(@Nullable AutoCloseable what) {
        if (what != null) {
            try {
                what.close();
            } catch (Exception e) {
                throw new IllegalStateException("The test's PostgreSQL or Kafka did not stop.", e);
            }
        }
    }
}
