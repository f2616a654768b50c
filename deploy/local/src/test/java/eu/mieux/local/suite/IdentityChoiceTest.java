package eu.mieux.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.local.Refusal;
import eu.mieux.local.identity.Provider;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityChoiceTest {

    @TempDir
    Path folder;

    private Suite suite;
    private int port;

    @BeforeEach
    void a_new_suite() throws IOException {
        suite = new Suite(FakeCheckout.in(folder.resolve("check out")), folder.resolve("its data"));
        port = SuiteTest.freeBlock();
    }

    @AfterEach
    void stop() {
        new Stopping(new SuiteFolder(suite.data())).run();
    }

    @Test
    void the_identity_provider_is_remembered_and_not_changed_under_a_running_suite() throws Exception {
        suite.checkGround(port);
        assertThat(suite.identifyBy(null)).isEqualTo(Provider.LOCAL);
        assertThat(suite.identifyBy(Provider.KEYCLOAK)).isEqualTo(Provider.KEYCLOAK);
        assertThat(suite.identifyBy(null)).isEqualTo(Provider.KEYCLOAK);
        assertThat(suite.issuer().url()).isEqualTo("http://localhost:" + (port + 6) + "/realms/mieux");

        suite.identifyBy(Provider.LOCAL);
        suite.start(port, SuiteTest.NOWHERE);

        assertThatThrownBy(() -> suite.identifyBy(Provider.KEYCLOAK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("runs with the identity provider \"local\"")
                .hasMessageContaining("./mieux down");
        assertThat(suite.identifyBy(null)).isEqualTo(Provider.LOCAL);
    }
}
