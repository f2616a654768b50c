package eu.mieux.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.knowledge.Desk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who hears what of the live updates. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class HearingByRightsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    AgroalDataSource database;

    private final Happenings record = new Happenings();

    @Test
    void whoever_could_read_a_publication_hears_that_it_is_withdrawn() throws Exception {
        try (Follower expert = Follower.of(Tokens.of("expert").token(), "?type=eu.mieux.publication-*")) {
            String id = Desk.published(Desk.article("Gone tomorrow", ""));
            Desk.act(id, "withdrawal", "{\"reason\":\"A name was in it.\"}")
                    .then()
                    .statusCode(200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(expert.about(id))
                            .extracting(Follower.Told::type)
                            .endsWith("eu.mieux.publication-withdrawn"));
            Tokens.as("expert").get("/api/v1/publications/" + id).then().statusCode(404);
        }
    }

    @Test
    void of_a_draft_that_is_given_up_nobody_hears_who_could_not_read_it() throws Exception {
        try (Follower expert = Follower.of(Tokens.of("expert").token(), "?type=eu.mieux.publication-*");
                Follower editor = Follower.of(Tokens.of("knowledge").token(), "?type=eu.mieux.publication-*")) {
            String draft = Desk.drafted(Desk.article("Never said", ""));
            Desk.act(draft, "withdrawal", "{\"reason\":\"Not ours.\"}").then().statusCode(200);
            String later = Desk.published(Desk.article("Said", ""));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(expert.about(later)).isNotEmpty());
            assertThat(expert.about(draft)).isEmpty();
            assertThat(editor.about(draft)).extracting(Follower.Told::type).endsWith("eu.mieux.publication-given-up");
        }
    }

    @Test
    void each_hears_only_of_what_she_may_see() throws Exception {
        try (Follower officer = Follower.of(officer("AFRICA"), "");
                Follower other = Follower.of(officer("ASIA"), "");
                Follower partner = Follower.of(partner("bj-police"), "");
                Follower client = Follower.of(client("events:read requests:read"), "");
                Follower elsewhere = Follower.of(client("events:read actions:read"), "")) {
            record.told("request-submitted", 1, "officer:regions=AFRICA", "partner:authority=bj-police", "client:*");
            record.told("request-approved", 2, "everybody:*");
            for (Follower follower : List.of(officer, other, partner, client, elsewhere)) {
                await().atMost(SOON).until(() -> record.types(follower).contains("eu.mieux.request-approved"));
            }
            String submitted = "eu.mieux.request-submitted";
            assertThat(record.types(officer)).first().isEqualTo(submitted);
            assertThat(record.types(partner)).first().isEqualTo(submitted);
            assertThat(record.types(client)).first().isEqualTo(submitted);
            assertThat(record.types(other)).doesNotContain(submitted);
            assertThat(record.types(elsewhere)).doesNotContain(submitted);
        }
    }

    @Test
    void a_partner_of_an_authority_that_was_merged_hears_what_the_survivors_partner_hears() throws Exception {
        Desk.awaitTopic("authority");
        UUID authority = UUID.randomUUID();
        Stream.publish(
                "authority",
                authority,
                2,
                "authority-merged",
                "{\"key\":\"bj-of-old\",\"mergedInto\":\"bj-of-today\"}",
                Map.of("ce_dataref", "/api/v1/authorities/" + authority, "ce_audience", "[\"everybody:*\"]"));
        awaitMerger("bj-of-old");
        try (Follower ofOld = Follower.of(partner("bj-of-old"), "");
                Follower other = Follower.of(partner("bj-other"), "")) {
            record.told("request-submitted", 1, "partner:authority=bj-of-today");
            record.told("request-approved", 2, "everybody:*");
            for (Follower follower : List.of(ofOld, other)) {
                await().atMost(SOON).until(() -> record.types(follower).contains("eu.mieux.request-approved"));
            }
            assertThat(record.types(ofOld)).contains("eu.mieux.request-submitted");
            assertThat(record.types(other)).doesNotContain("eu.mieux.request-submitted");
        }
    }

    @Test
    void who_listens_while_her_authority_is_merged_goes_on_hearing() throws Exception {
        Desk.awaitTopic("authority");
        UUID authority = UUID.randomUUID();
        try (Follower listening = Follower.of(partner("bj-of-yore"), "")) {
            record.told("request-submitted", 1, "partner:authority=bj-of-yore");
            await().atMost(SOON).until(() -> record.types(listening).contains("eu.mieux.request-submitted"));
            Stream.publish(
                    "authority",
                    authority,
                    2,
                    "authority-merged",
                    "{\"key\":\"bj-of-yore\",\"mergedInto\":\"bj-of-now\"}",
                    Map.of("ce_dataref", "/api/v1/authorities/" + authority, "ce_audience", "[\"everybody:*\"]"));
            awaitMerger("bj-of-yore");
            await().atMost(SOON)
                    .until(() -> !listening.about(authority.toString()).isEmpty());
            record.told("request-approved", 2, "partner:authority=bj-of-now");
            await().atMost(SOON).until(() -> record.types(listening).contains("eu.mieux.request-approved"));
        }
    }

    @Test
    void nobody_follows_unsigned_and_a_machine_without_the_scope_hears_only_what_is_everybodys() throws Exception {
        assertThat(Follower.ask("", "").statusCode()).isEqualTo(401);
        try (Follower silent = Follower.of(client("requests:read"), "")) {
            record.told("request-drafted", 1, "client:*");
            record.told("request-submitted", 2, "everybody:*");
            await().atMost(SOON).until(() -> !record.types(silent).isEmpty());
            assertThat(record.types(silent)).containsExactly("eu.mieux.request-submitted");
        }
    }

    @Test
    void who_has_stepped_back_and_who_is_of_no_institution_hear_nothing_of_opinions() throws Exception {
        try (Follower home = Follower.of(steering("HOME"), "");
                Follower other = Follower.of(steering("INTPA"), "");
                Follower ofNone = Follower.of(steering("home"), "")) {
            record.told("request-opinion-given", 1, "steering-member:*", "!steering-member:institution=HOME");
            record.told("request-approved", 2, "everybody:*");
            for (Follower follower : List.of(home, other, ofNone)) {
                await().atMost(SOON).until(() -> record.types(follower).contains("eu.mieux.request-approved"));
            }
            String given = "eu.mieux.request-opinion-given";
            assertThat(record.types(other)).contains(given);
            assertThat(record.types(home)).doesNotContain(given);
            assertThat(record.types(ofNone)).doesNotContain(given);
        }
    }

    private static String steering(String institution) {
        return Tokens.of("steering-member").claim("institution", institution).token();
    }

    private void awaitMerger(String key) {
        await().atMost(SOON).until(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select from merged_key where key = '%s'".formatted(key))) {
                return row.next();
            }
        });
    }

    private static String officer(String region) {
        return Tokens.of("officer").claim("regions", List.of(region)).token();
    }

    private static String partner(String authority) {
        return Tokens.of("partner").claim("authority", authority).token();
    }

    private static String client(String scopes) {
        return Tokens.of("client").claim("scope", scopes).token();
    }
}
