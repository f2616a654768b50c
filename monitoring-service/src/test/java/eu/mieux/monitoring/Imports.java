package eu.mieux.monitoring;

import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** Brings CSV files in as the launcher does: by upload, then by following the operation to its end. */
public final class Imports {

    private Imports() {}

    public static JsonPath keep(String file, String csv) {
        return run(file, csv, "mode=all-or-nothing");
    }

    public static JsonPath run(String file, String csv, String how) {
        String operation = Tokens.as("manager")
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/portfolio/" + file + "/imports" + (how.isEmpty() ? "" : "?" + how))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !"RUNNING".equals(state(operation).getString("status")));
        return state(operation);
    }

    public static String export(String file) {
        return Tokens.as("manager")
                .accept("text/csv")
                .get("/api/v1/portfolio/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonPath state(String operation) {
        return Tokens.as("manager").get(operation).jsonPath();
    }
}
