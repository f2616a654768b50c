package eu.mieux.expert;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs are read by more people, and kept elsewhere, than the roster: none of its persons is in them. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class LogsTest {

    private static final String GIVEN = "Xiomara";
    private static final String FAMILY = "Quetzalcoatlova";
    private static final String EMAIL = "xiomara.q@quetzal.example";
    private static final String PHONE = "+999 5550 1234";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private final Handler listening = new Handler() {
        {
            // With the whole stack of what failed.
            setFormatter(new PatternFormatter("%p [%c] %X %s%e"));
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            try {
                lines.add(getFormatter().format(record));
            } catch (RuntimeException e) {
                reportError("not formatted", e, ErrorManager.FORMAT_FAILURE);
                throw e;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listening);
    }

    @Test
    void no_person_and_no_token_comes_into_the_log_whatever_is_sent() {
        String key = Roster.registered(profile());
        String token = Tokens.of("emm").claim("name", GIVEN + " " + FAMILY).token();
        post(
                token,
                "{\"category\":\"OTHER\",\"familyName\":\"%s\",\"contact\":{\"email\":\"%s and more\"}}"
                        .formatted(FAMILY, EMAIL));
        post(token, "{\"familyName\":\"%s".formatted(FAMILY));
        post(token, "{\"%s\":\"%s\"}".formatted(FAMILY, EMAIL));
        post(token, "{\"category\":\"%s\",\"givenName\":\"%s\"}".formatted(FAMILY, "\\u0000" + GIVEN));
        post(token, "{\"category\":\"OTHER\",\"registeredOn\":\"%s\"}".formatted(FAMILY));
        post(token + FAMILY, "{}");
        Tokens.as("emm").queryParam("q", FAMILY).queryParam(FAMILY, EMAIL).get("/api/v1/experts");
        Tokens.as("emm").get("/api/v1/experts/" + FAMILY + "/" + EMAIL);
        Tokens.as("emm")
                .header("traceparent", FAMILY)
                .header("X-" + FAMILY, EMAIL)
                .get("/api/v1/experts/" + key);
        Tokens.as("client")
                .contentType("text/csv")
                .body("key,%s\n%s,%s\n".formatted(FAMILY, EMAIL, PHONE))
                .post("/api/v1/portfolio/experts/imports");
        Roster.herself(key).claim("name", FAMILY).request().get("/api/v1/experts/" + key);
        // That the ear is open.
        Logger.getLogger("eu.mieux.expert").warning("the end");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("the end"));
        assertThat(lines)
                .noneSatisfy(line -> assertThat(line)
                        .containsAnyOf(
                                GIVEN,
                                FAMILY,
                                EMAIL,
                                PHONE,
                                "Bearer ",
                                token,
                                token.substring(token.lastIndexOf('.'))));
    }

    private static Map<String, Object> profile() {
        return Map.of(
                "givenName", GIVEN,
                "familyName", FAMILY,
                "contact", Map.of("email", EMAIL, "phone", PHONE));
    }

    private static void post(String token, String body) {
        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/experts");
    }
}
