package eu.mieux.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The documents meet the rules of their trade; what is argued away stands with its reason in {@code lint/}. */
class LintTest {

    @TempDir
    private Path folder;

    /** Not once for all: a class that is skipped as a whole is counted nowhere. */
    @BeforeEach
    void install() throws IOException, InterruptedException {
        Linters.install();
    }

    private Path served(String name) throws IOException {
        return Files.write(folder.resolve(name), Documents.resource(name));
    }

    @Test
    void spectral_with_the_rules_of_owasp_and_zalando_finds_nothing() throws Exception {
        Linters.Verdict verdict = Linters.lint("openapi", served("openapi.yaml"));
        assertThat(verdict.words()).contains("No results");
        assertThat(verdict.exit()).isZero();
    }

    @Test
    void redocly_finds_nothing() throws Exception {
        Linters.Verdict verdict = Linters.lint("redocly", served("openapi.yaml"));
        assertThat(verdict.exit()).as(verdict.words()).isZero();
    }

    @Test
    void the_parser_of_asyncapi_finds_nothing_wrong_with_the_events() throws Exception {
        Linters.Verdict verdict = Linters.lint("asyncapi", served("asyncapi.yaml"));
        assertThat(verdict.exit()).as(verdict.words()).isZero();
    }

    @Test
    void the_linters_of_the_api_find_what_is_planted_for_them() throws Exception {
        ObjectNode spoilt = Documents.openApi();
        ObjectNode operation = (ObjectNode) spoilt.at("/paths/~1api~1v1~1requests/get");
        ((ObjectNode) operation.at("/responses/200")).remove("headers");
        operation.remove("summary");
        Path file = Documents.write(folder.resolve("spoilt.json"), spoilt);
        assertThat(Linters.lint("openapi", file).words()).contains("owasp:api4:2023-rate-limit");
        Linters.Verdict redocly = Linters.lint("redocly", file);
        assertThat(redocly.words()).contains("operation-summary");
        assertThat(redocly.exit()).isPositive();
    }

    @Test
    void the_parser_of_the_events_finds_what_is_planted_for_it() throws Exception {
        String spoilt = Files.readString(served("asyncapi.yaml")).replace("\"send\"", "\"shout\"");
        Path file = Files.writeString(folder.resolve("spoilt.yaml"), spoilt);
        assertThat(Linters.lint("asyncapi", file).exit()).isPositive();
    }
}
