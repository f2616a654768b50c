package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Authorities as these tests need them. */
final class Institutions {

    static final String AUTHORITIES = "/api/v1/authorities/";

    private Institutions() {}

    static ValidatableResponse registering(String country, String name, String... distinctFrom) {
        return json(
                        manager(),
                        Map.of(
                                "name",
                                name,
                                "type",
                                "CENTRAL_GOVERNMENT",
                                "country",
                                country,
                                "distinctFrom",
                                List.of(distinctFrom)))
                .post("/api/v1/authorities")
                .then();
    }

    /** Its id. */
    static String registered(String country, String name, String... distinctFrom) {
        return registering(country, name, distinctFrom)
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse reading(String idOrKey) {
        return manager().get(AUTHORITIES + idOrKey).then();
    }

    static String key(String id) {
        return reading(id).statusCode(200).extract().path("key");
    }

    static ValidatableResponse merging(String merged, String into) {
        return json(manager(), Map.of("into", into, "reason", "One institution, two languages."))
                .post(AUTHORITIES + merged + "/merger")
                .then();
    }
}
