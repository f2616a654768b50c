package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsafeSettingsCrash {

    /** It takes a second; a busy machine takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ServerSocket database;

    @BeforeEach
    void a_database_that_would_hear_of_anybody() throws IOException {
        database = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        database.setSoTimeout(1);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8086/mieux, no https address",
        "https://127.0.0.1:8443/realms/mieux, this machine",
        "'', not set"
    })
    void with_an_issuer_that_anybody_could_be_the_shop_does_not_start(String issuer, String fault) throws Exception {
        Map<String, String> settings = issuer.isEmpty() ? Map.of() : Map.of("MIEUX_OIDC_ISSUER", issuer);

        String said = refused(settings);

        assertThat(said)
                .startsWith("Not started: MIEUX_OIDC_ISSUER is ")
                .contains(fault, "https address of your identity provider", "MIEUX_ENVIRONMENT=local")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.oidc.public-key, AAAA",
        "quarkus.oidc.jwks-path, http://localhost:8086/mieux/jwks",
        "quarkus.oidc.discovery-enabled, false",
        "quarkus.oidc.token.issuer, any"
    })
    void with_keys_from_elsewhere_the_shop_does_not_start_either(String setting, String value) throws Exception {
        String variable = setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        assertThat(refused(Map.of("MIEUX_OIDC_ISSUER", "https://id.example.org/realms/mieux", variable, value)))
                .startsWith("Not started: " + setting + " is set");
    }

    @Test
    void with_a_clock_that_can_be_put_forward_the_shop_does_not_start_either() throws Exception {
        assertThat(refused(Map.of(
                        "MIEUX_OIDC_ISSUER", "https://id.example.org/realms/mieux", "MIEUX_CLOCK_AHEAD", "/tmp/ahead")))
                .startsWith("Not started: MIEUX_CLOCK_AHEAD is set");
    }

    @Test
    void without_settings_that_nobody_can_guess_the_shop_says_which_and_does_not_start() throws Exception {
        assertThat(refused(Map.of("MIEUX_DATABASE_URL", "", "MIEUX_KAFKA", "", "MIEUX_FACILITY", " ")))
                .hasLineCount(4)
                .contains(
                        "Not started: MIEUX_DATABASE_URL is not set: where the service's own database is,",
                        "Not started: MIEUX_KAFKA is not set: ",
                        "Not started: MIEUX_FACILITY is not set: ",
                        "Not started: MIEUX_OIDC_ISSUER is not set: ");
    }

    @Test
    void with_a_trusted_issuer_the_shop_goes_on_to_its_database() throws Exception {
        Process shop = start(Map.of("MIEUX_OIDC_ISSUER", "https://id.invalid/realms/mieux"));
        try {
            database.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            database.accept().close();
        } finally {
            shop.destroyForcibly().waitFor();
        }
    }

    /** What it says when it ends by itself, with 1, and without a look at the database. */
    private String refused(Map<String, String> settings) throws Exception {
        Process shop = start(settings);
        assertThat(shop.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shop.exitValue()).isEqualTo(1);
        assertThatThrownBy(() -> database.accept()).isInstanceOf(SocketTimeoutException.class);
        return new String(shop.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ShopProcess.JAR.toString());
        Map<String, String> environment = new HashMap<>(Map.of(
                "MIEUX_PORT", "0",
                "MIEUX_HOST", "127.0.0.1",
                "MIEUX_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + database.getLocalPort() + "/shop",
                "MIEUX_DATABASE_USER", "shop",
                "MIEUX_DATABASE_PASSWORD", "shop",
                "MIEUX_DATABASE_OWNER", "shop_owner",
                "MIEUX_DATABASE_OWNER_PASSWORD", "shop_owner",
                "MIEUX_KAFKA", "127.0.0.1:1",
                "MIEUX_FACILITY", "."));
        environment.putAll(settings);
        // A JVM that picks up options from there says so first.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }
}
