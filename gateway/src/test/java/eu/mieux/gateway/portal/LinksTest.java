package eu.mieux.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard of the links is seen failing on those that lead nowhere. */
class LinksTest {

    @TempDir
    private Path web;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(web.resolve("style.css"), "");
    }

    private List<String> broken(String link) {
        return new Links(
                        Map.of(
                                "/docs/a",
                                "<h2 id=\"here\">A</h2><a href=\"%s\">x</a>".formatted(link),
                                "/docs/b",
                                "<h2 id=\"there\">B</h2>"),
                        web,
                        Set.of("/api/v1/requests"))
                .broken();
    }

    @Test
    void a_link_to_a_page_a_section_a_file_an_operation_or_elsewhere_holds() {
        for (String link : List.of(
                "#here",
                "/docs/b",
                "/docs/b#there",
                "/style.css",
                "/",
                "/api/v1/requests",
                "https://kafka.apache.org")) {
            assertThat(broken(link)).as(link).isEmpty();
        }
    }

    @Test
    void a_link_to_what_is_not_there_is_named_with_its_page() {
        for (String link : List.of(
                "#there",
                "/docs/c",
                "/docs/b#here",
                "/styles.css",
                "b",
                "paging.md",
                "/api/v1/unicorns",
                "http://x.example")) {
            assertThat(broken(link))
                    .as(link)
                    .containsExactly("/docs/a has a link to %s, which is not there.".formatted(link));
        }
    }
}
