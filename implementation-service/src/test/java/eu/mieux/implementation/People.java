package eu.mieux.implementation;

import eu.mieux.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** Who asks in the tests. */
public final class People {

    private People() {}

    /** The officer of the region that the tests' Actions are in. */
    public static RequestSpecification officer() {
        return officerOf(Elsewhere.REGION);
    }

    public static RequestSpecification officerOf(String region) {
        return Tokens.of("officer").claim("regions", List.of(region)).request();
    }

    public static RequestSpecification partner(String authority) {
        return Tokens.of("partner").claim("authority", authority).request();
    }

    /** The officer with something to say. */
    public static RequestSpecification officerSays(Object body) {
        return officer().contentType(ContentType.JSON).body(body);
    }
}
