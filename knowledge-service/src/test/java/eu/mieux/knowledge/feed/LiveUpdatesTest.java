package eu.mieux.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.knowledge.Desk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who follows the events sees what she may see, as it happens and in order, and misses nothing when she comes again. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class LiveUpdatesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Feed feed;

    @Inject
    AgroalDataSource database;

    private final Happenings record = new Happenings();

    @Test
    void what_happens_is_told_as_a_cloud_event_without_the_record() throws Exception {
        try (Follower editor = Follower.of(Tokens.of("communications").token(), "")) {
            String id = Desk.drafted(Desk.article("Told at once", ""));
            await().atMost(SOON).until(() -> !editor.about(id).isEmpty());
            JsonPath event = editor.about(id).getFirst().event();
            assertThat(event.<String, Object>getMap(""))
                    .containsEntry("specversion", "1.0")
                    .containsEntry("source", "/knowledge")
                    .containsEntry("type", "eu.mieux.publication-drafted")
                    .containsEntry("sequence", "1")
                    .containsEntry("dataref", "/api/v1/publications/" + id)
                    .containsKeys("id", "time")
                    .doesNotContainKeys("data", "audience");
            assertThat(Tokens.as("communications")
                            .get(event.getString("dataref"))
                            .<String>path("title"))
                    .isEqualTo("Told at once");
            assertThat(editor.lines())
                    .as("nothing but what browsers know of Server-Sent Events")
                    .allMatch(line -> line.isEmpty() || line.matches("(:|id:|retry:|data:).*"));
        }
    }

    @Test
    void who_comes_again_misses_nothing_and_gets_nothing_twice() throws Exception {
        String last;
        try (Follower follower = Follower.of(Tokens.of("manager").token(), "")) {
            record.told("request-drafted", 1, "manager:*");
            await().atMost(SOON).until(() -> record.types(follower).size() == 1);
            last = follower.about(record.request().toString()).getFirst().id();
        }
        record.told("request-submitted", 2, "manager:*");
        record.told("request-approved", 3, "manager:*");
        try (Follower follower = Follower.of(Tokens.of("manager").token(), "", "Last-Event-ID", last)) {
            await().atMost(SOON).until(() -> record.types(follower).size() == 2);
            assertThat(record.types(follower))
                    .containsExactly("eu.mieux.request-submitted", "eu.mieux.request-approved");
        }
        try (Follower follower = Follower.of(Tokens.of("manager").token(), "", "Last-Event-ID", "0")) {
            await().atMost(SOON).until(() -> record.types(follower).size() == 3);
        }
    }

    @Test
    void who_hears_nothing_of_much_that_happens_hears_that_the_stream_lives_and_can_resume_from_there()
            throws Exception {
        try (Follower elsewhere = Follower.of(Tokens.of("manager").token(), "?subject=" + UUID.randomUUID())) {
            long began = position(elsewhere);
            // More often than the stream would say that it lives.
            AtomicLong version = new AtomicLong();
            await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> {
                record.told("request-recorded", version.incrementAndGet(), "manager:*");
                return elsewhere.lines().contains(":still here") && position(elsewhere) > began;
            });
            assertThat(elsewhere.told()).isEmpty();
        }
    }

    @Test
    void types_and_one_record_can_be_asked_for() throws Exception {
        try (Follower kind = Follower.of(Tokens.of("manager").token(), "?type=eu.mieux.request-*");
                Follower some = Follower.of(
                        Tokens.of("manager").token(),
                        "?type=eu.mieux.request-drafted&type=eu.mieux.request-approved&subject=" + record.request());
                Follower others = Follower.of(Tokens.of("manager").token(), "?subject=" + UUID.randomUUID())) {
            record.told("request-drafted", 1, "manager:*");
            record.told("request-submitted", 2, "manager:*");
            record.told("request-approved", 3, "manager:*");
            await().atMost(SOON).until(() -> record.types(kind).size() == 3);
            await().atMost(SOON).until(() -> record.types(some).size() == 2);
            assertThat(record.types(some)).containsExactly("eu.mieux.request-drafted", "eu.mieux.request-approved");
            assertThat(others.told()).isEmpty();
        }
    }

    @Test
    void a_type_of_which_there_can_be_no_event_is_refused_by_name() throws Exception {
        for (String type :
                List.of("request-submitted", "eu.mieux.shoe-sold", "eu.mieux.request-", "eu.mieux.request-foo", "*")) {
            HttpResponse<InputStream> refused =
                    Follower.ask(Tokens.of("manager").token(), "?type=" + type);
            assertThat(refused.statusCode()).as(type).isEqualTo(422);
            assertThat(text(refused)).contains("/type/0", type, "eu.mieux.request-submitted");
        }
        HttpResponse<InputStream> empty = Follower.ask(Tokens.of("manager").token(), "?type=");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(text(empty)).contains("/type", "Give it a value");
    }

    @Test
    void an_id_that_the_stream_did_not_give_out_is_refused() throws Exception {
        String token = Tokens.of("manager").token();
        for (String id : List.of("x", "-1", "1.5", "9".repeat(30))) {
            assertThat(Follower.ask(token, "", "Last-Event-ID", id).statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<InputStream> gone = Follower.ask(token, "", "Last-Event-ID", "999999999999");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(text(gone)).contains("no longer kept", "anew");
    }

    @Test
    void who_stayed_away_for_too_long_is_told_to_begin_anew() throws Exception {
        String token = Tokens.of("manager").token();
        String first;
        try (Follower follower = Follower.of(token, "")) {
            record.told("request-drafted", 1, "manager:*");
            record.told("request-submitted", 2, "manager:*");
            record.told("request-approved", 3, "manager:*");
            await().atMost(SOON).until(() -> record.types(follower).size() == 3);
            first = follower.about(record.request().toString()).getFirst().id();
        }
        feed.forget(Instant.now());
        HttpResponse<InputStream> gone = Follower.ask(token, "", "Last-Event-ID", first);
        assertThat(gone.statusCode()).isEqualTo(410);
        try (Follower follower = Follower.of(token, "", "Last-Event-ID", "0")) {
            await().atMost(SOON).until(() -> record.types(follower).contains("eu.mieux.request-approved"));
        }
    }

    @Test
    void the_stream_ends_with_the_token() throws Exception {
        String token = Tokens.of("manager").goodFor(Duration.ofSeconds(3)).token();
        try (Follower follower = Follower.of(token, "")) {
            await().atMost(SOON).until(follower::hasEnded);
        }
    }

    @Test
    void one_caller_cannot_take_all_streams() throws Exception {
        String token =
                Tokens.of("manager").subject(UUID.randomUUID().toString()).token();
        List<Follower> open = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                open.add(Follower.of(token, ""));
            }
            HttpResponse<InputStream> refused = Follower.ask(token, "");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(text(refused)).contains("close one");
        } finally {
            for (Follower follower : open) {
                follower.close();
            }
        }
    }

    /** From which one who comes again would go on. */
    private static long position(Follower follower) {
        return follower.lines().reversed().stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .map(line -> Long.parseLong(line.substring(3).strip()))
                .orElseThrow();
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
