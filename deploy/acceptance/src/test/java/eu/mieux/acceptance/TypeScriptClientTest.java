package eu.mieux.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The TypeScript client against the running suite; what it does is said in {@code deploy/clients/typescript/test/suite.test.ts}. */
class TypeScriptClientTest {

    @Test
    void a_partner_signs_in_and_her_requests_are_listed_drafted_submitted_and_refused_with_types()
            throws IOException, InterruptedException {
        Npm.Ended tests = Npm.run(
                Npm.tests(),
                Map.of("MIEUX_URL", Suite.url(), "MIEUX_ISSUER", Suite.issuer()),
                "node",
                "--test",
                "suite.test.js");
        assertThat(tests.code()).as(tests.words()).isZero();
        assertThat(tests.words()).contains("pass 7", "fail 0");
    }
}
