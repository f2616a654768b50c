package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** What is done in a review, over HTTP. */
final class Reviews {

    private Reviews() {}

    static ValidatableResponse review(String id) {
        return manager().get(requestAt(id, "/review")).then().statusCode(200);
    }

    static ValidatableResponse opinion(RequestSpecification by, String id, String verdict) {
        return json(by, Map.of("opinion", verdict))
                .post(requestAt(id, "/opinions"))
                .then();
    }

    static ValidatableResponse voice(
            RequestSpecification by, String id, String institution, String act, Map<String, Object> command) {
        return json(by, command)
                .post(requestAt(id, "/voices/" + institution + "/" + act))
                .then();
    }
}
