package eu.mieux.local;

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
        String gateway = "http://localhost:" + suite.port();
        long seconds = Duration.between(begun, Instant.now()).toSeconds();
        return """
                The suite is ready after %d seconds.

                  The facility at a glance   %s/
                  API reference              %s/docs
                  Identity provider          http://localhost:%d/mieux (./mieux token manager)

                Try:
                  curl %s%s
                """.formatted(seconds, gateway, gateway, suite.identityPort(), gateway, shown);
    }
}
