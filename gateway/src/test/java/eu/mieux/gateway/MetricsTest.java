package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the gateway tells those who run it, and nobody else. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class MetricsTest {

    private static final Path CATALOGUE = Path.of("../docs/operations/metrics.md");
    private static final Pattern OWN = Pattern.compile("(?m)^# TYPE (mieux_\\w+?)(_max)? ");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+)`");

    @TestHTTPResource
    URL gateway;

    @Inject
    Metrics metrics;

    @Test
    void answers_are_counted_by_route_and_status_and_nothing_of_a_clients_path_is_told() throws Exception {
        Client.get(gateway, "/api/v1/actions/2017-03-somebody?q=secret");
        Client.get(gateway, "/nowhere/somebody");
        assertThat(scrape())
                .containsPattern(
                        "mieux_gateway_answers_seconds_count\\{application=\"gateway\",route=\"/api/v1/actions\","
                                + "service=\"implementation\",status=\"200\",?} [1-9]")
                .containsPattern("mieux_gateway_answers_seconds_count\\{application=\"gateway\",route=\"gateway\","
                        + "service=\"gateway\",status=\"404\",?} [1-9]")
                .containsPattern("mieux_gateway_connections\\{application=\"gateway\",?} [1-9]")
                .doesNotContain("somebody", "secret");
    }

    @Test
    void those_outside_do_not_see_them() throws Exception {
        assertThat(Client.get(gateway, "/q/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void the_catalogue_names_all_that_there_are_and_no_others() throws Exception {
        Client.get(gateway, "/api/v1/actions");
        String told = scrape();
        String part =
                Files.readString(CATALOGUE).split("## Of the gateway", -1)[1].split("\n## ", -1)[0];
        Set<String> documented = names(DOCUMENTED, part);
        assertThat(documented).containsAll(names(OWN, told));
        assertThat(documented)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(told).containsPattern("(?m)^# TYPE " + name + " "));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String scrape() throws Exception {
        await().until(() -> metrics.port() > 0);
        return Client.get(URI.create("http://127.0.0.1:" + metrics.port()).toURL(), "/q/metrics")
                .body();
    }
}
