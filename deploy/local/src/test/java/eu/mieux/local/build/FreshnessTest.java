package eu.mieux.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.local.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    Path root;

    private Freshness freshness;

    @BeforeEach
    void all_is_built() throws IOException {
        freshness = new Freshness(new Checkout(root), Set.of());
        old("pom.xml");
        old("chassis/src/main/java/Chassis.java");
        for (String module : freshness.stale()) {
            old(module + "/pom.xml");
            old(module + "/src/main/java/Main.java");
            touch(
                    module.equals("deploy/broker")
                            ? module + "/target/broker.jar"
                            : module + "/target/quarkus-app/quarkus-run.jar");
        }
    }

    @Test
    void nothing_is_stale_after_a_build() throws IOException {
        assertThat(freshness.stale()).isEmpty();
    }

    @Test
    void a_module_with_a_newer_source_is_stale() throws IOException {
        newer("gateway/src/main/java/Main.java");

        assertThat(freshness.stale()).containsExactly("gateway");
    }

    @Test
    void keycloak_is_built_only_when_it_is_asked_for_and_again_when_the_realm_changes() throws IOException {
        freshness = new Freshness(new Checkout(root), Set.of(Extra.KEYCLOAK));
        assertThat(freshness.stale()).containsExactly("deploy/keycloak");

        old("deploy/keycloak/mieux-realm.json");
        touch("deploy/keycloak/target/keycloak/data/import/mieux-realm.json");
        assertThat(freshness.stale()).isEmpty();

        newer("deploy/keycloak/mieux-realm.json");
        assertThat(freshness.stale()).containsExactly("deploy/keycloak");
    }

    @Test
    void a_newer_chassis_makes_every_service_stale_but_not_the_broker() throws IOException {
        newer("chassis/src/main/java/Chassis.java");

        assertThat(freshness.stale()).hasSize(6).doesNotContain("deploy/broker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/guides/errors.md", "CHANGELOG.md", "expert-service/contract/openapi.yaml"})
    void a_newer_document_makes_the_gateway_stale_which_shows_it(String document) throws IOException {
        newer(document);

        assertThat(freshness.stale()).containsExactly("gateway");
    }

    @Test
    void a_test_makes_nothing_stale() throws IOException {
        newer("gateway/src/test/java/MainTest.java");

        assertThat(freshness.stale()).isEmpty();
    }

    @Test
    void a_module_whose_artefact_came_out_the_same_is_not_built_again() throws IOException {
        touch("deploy/broker/src/main/java/Main.java");
        old("deploy/broker/target/broker.jar");
        assertThat(freshness.stale()).containsExactly("deploy/broker");

        freshness.built(List.of("deploy/broker"), FileTime.from(Instant.now()));

        assertThat(freshness.stale()).isEmpty();
    }

    private void old(String file) throws IOException {
        Files.setLastModifiedTime(touch(file), LONG_AGO);
    }

    private void newer(String file) throws IOException {
        Files.setLastModifiedTime(touch(file), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    }

    private Path touch(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "");
    }
}
