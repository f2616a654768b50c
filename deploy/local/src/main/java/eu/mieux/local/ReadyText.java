package eu.mieux.local;

import eu.mieux.local.identity.Issuer;
import eu.mieux.local.suite.Suite;
import java.time.Duration;
import java.time.Instant;

/** What {@code up} says at its end: where things are, and something to try that works without a token. */
final class ReadyText {

    /** The year whose report the facility's history comes with. */
    static final int SHOWN_YEAR = 2017;

    private static final String REPORT = "/api/v1/annual-reports/" + SHOWN_YEAR;
    private static final String CODES = "/api/v1/code-lists/themes";

    private ReadyText() {}

    /** @param begun when the command was given */
    static String of(Suite suite, Instant begun) throws InterruptedException {
        // Nobody sees a report before it is published, and only the facility's history comes with one.
        String shown = suite.showsEverybody(REPORT) ? REPORT : CODES;
        Issuer issuer = suite.issuer();
        String gateway = "http://localhost:" + suite.port();
        long seconds = Duration.between(begun, Instant.now()).toSeconds();
        return """
                The suite is ready after %d seconds.

                  The facility at a glance   %s/
                  Documentation              %s/docs
                  Identity provider          %s (./mieux token manager)
                  %s

                Try:
                  curl %s%s
                """.formatted(seconds, gateway, gateway, issuer.url(), signingIn(issuer), gateway, shown);
    }

    /** How a person signs in, where a front end sends her. */
    private static String signingIn(Issuer issuer) {
        return switch (issuer.provider()) {
            case LOCAL -> "Demo persons sign in by choosing a name; client of front ends: mieux-front-end";
            case KEYCLOAK ->
                "Demo persons sign in by their role and the password \"mieux\"; client of front ends: mieux-front-end";
        };
    }
}
