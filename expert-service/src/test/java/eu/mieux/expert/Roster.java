package eu.mieux.expert;

import eu.mieux.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;

/** Experts for tests, registered over HTTP. */
public final class Roster {

    private Roster() {}

    /** Registers an expert and gives her key. */
    public static String registered(Map<String, Object> profile) {
        Map<String, Object> whole = new HashMap<>(Map.of("category", "SOUTHERN_ADMINISTRATION"));
        whole.putAll(profile);
        return Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body(whole)
                .post("/api/v1/experts")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    public static String registered() {
        return registered(Map.of());
    }

    /** The expert herself, signed in. */
    public static Tokens herself(String key) {
        return Tokens.of("expert").subject("someone").claim("expert", key);
    }
}
