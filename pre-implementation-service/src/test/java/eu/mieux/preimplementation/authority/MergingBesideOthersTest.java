package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.authority.Institutions.key;
import static eu.mieux.preimplementation.authority.Institutions.merging;
import static eu.mieux.preimplementation.authority.Institutions.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A merger locks authorities, then all that names them. Whoever writes meanwhile waits before it has locked anything of that. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MergingBesideOthersTest {

    private static final String FICHES = "/api/v1/action-fiches/";

    @Inject
    AgroalDataSource database;

    @Test
    void a_draft_that_is_changed_during_a_merger_waits_with_nothing_in_its_hands() throws Exception {
        String id = Given.drafted("ER", "Changed meanwhile");
        Map<String, Object> whole = Given.draft("ER", "Changed again");
        waitsForTheMerger(
                "er-ministry-of-interior",
                "request",
                id,
                () -> json(manager().header("If-Match", "*"), Map.of("title", "Changed"))
                        .patch(requestAt(id, "")));
        waitsForTheMerger(
                "er-ministry-of-interior",
                "request",
                id,
                () -> json(manager().header("If-Match", "*"), whole).put(requestAt(id, "")));
    }

    @Test
    void a_fiche_that_is_revised_during_a_merger_waits_with_nothing_in_its_hands() throws Exception {
        String fiche = Fiches.drafted("ER");
        Map<String, Object> content = new HashMap<>(Fiches.content(5));
        waitsForTheMerger(
                "er-ministry-of-interior",
                "action_fiche",
                fiche,
                () -> Fiches.saved(manager(), fiche, content).extract().response());
    }

    @Test
    void what_is_said_of_a_fiche_is_read_during_a_merger() throws Exception {
        String fiche = Fiches.drafted("ER");
        try (ExecutorService client = Executors.newSingleThreadExecutor();
                Connection merger = database.getConnection()) {
            lock(merger, "er-ministry-of-interior");
            Future<Response> read = client.submit(() -> manager().get(FICHES + fiche + "/comments"));
            try {
                assertThat(read.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            } finally {
                merger.rollback();
            }
        }
    }

    @Test
    void what_is_said_of_a_fiche_is_read_when_its_request_is_approved_no_more() {
        String request = Given.approved("ER", "Taken back elsewhere");
        String fiche = Fiches.draftedFor(request);
        String reference = manager().get(requestAt(request, "")).path("reference");
        Given.imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                %s,2026-01-05,Taken back,er-ministry-of-interior,ER,,WITHDRAWN,,,
                """.formatted(reference));
        manager().get(FICHES + fiche + "/comments").then().statusCode(200);
        Fiches.saved(manager(), fiche, Fiches.content(5))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:request-not-approved"));
    }

    @Test
    void no_change_of_a_draft_fails_for_a_merger() throws Exception {
        for (int i = 0; i < 3; i++) {
            String survivor = registered("ER", "Ministry number %d of Salt".formatted(i), salts());
            String merged = registered("ER", "Ministry number %d of Pepper".formatted(i), salts());
            Map<String, Object> draft = Given.draft("ER", "Both at once");
            draft.put("authorities", List.of(key(merged)));
            String id = json(manager(), draft)
                    .post("/api/v1/requests")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            List<Future<Response>> answers = new ArrayList<>();
            try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
                for (int change = 0; change < 24; change++) {
                    if (change == 12) {
                        answers.add(clients.submit(
                                () -> merging(merged, survivor).extract().response()));
                    }
                    String title = "Title " + change;
                    answers.add(clients.submit(() -> json(manager().header("If-Match", "*"), Map.of("title", title))
                            .patch(requestAt(id, ""))));
                }
                for (Future<Response> answer : answers) {
                    assertThat(answer.get().statusCode()).isEqualTo(200);
                }
            }
            manager().get(requestAt(id, "")).then().body("authorities", contains(key(survivor)));
        }
    }

    @Test
    void whom_the_merged_one_was_told_apart_from_nobody_asks_about_again() {
        String third = registered("TD", "Ministry of the Desert");
        String merged = registered("TD", "Ministry of Deserts", third);
        String survivor = registered("TD", "Sahara Bureau");
        String fourth = registered("TD", "Ministry of the Deserts", third, merged);
        merging(merged, survivor).statusCode(200);
        assertThat(toldApart(survivor)).contains(third, fourth);
        assertThat(toldApart(survivor)).doesNotContain(survivor);
    }

    private static String[] salts() {
        return manager()
                .get("/api/v1/authorities?country=ER&limit=200")
                .jsonPath()
                .<String>getList("items.id")
                .toArray(String[]::new);
    }

    private List<String> toldApart(String id) {
        List<String> others = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select other_id from authority_distinction where authority_id = '%1$s' union select authority_id from authority_distinction where other_id = '%1$s'"
                                .formatted(id))) {
            while (row.next()) {
                others.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return others;
    }

    /** As a merger does: first the authority, and while the other waits, the record that names it. */
    private void waitsForTheMerger(String authority, String table, String id, Callable<Response> change)
            throws Exception {
        try (ExecutorService client = Executors.newSingleThreadExecutor();
                Connection merger = database.getConnection()) {
            lock(merger, authority);
            Future<Response> changed = client.submit(change);
            try {
                await().until(() -> somebodyWaits(merger));
                try (PreparedStatement record = merger.prepareStatement(
                        "select id from %s where id = cast(? as uuid) for no key update nowait".formatted(table))) {
                    record.setString(1, id);
                    record.execute();
                }
            } finally {
                merger.rollback();
            }
            assertThat(changed.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    private static void lock(Connection merger, String authority) throws SQLException {
        merger.setAutoCommit(false);
        try (PreparedStatement lock =
                merger.prepareStatement("select id from authority where key = ? for no key update")) {
            lock.setString(1, authority);
            lock.execute();
        }
    }

    private static boolean somebodyWaits(Connection merger) throws SQLException {
        try (Statement statement = merger.createStatement();
                ResultSet row = statement.executeQuery("""
                        select exists (select from pg_stat_activity
                            where wait_event_type = 'Lock' and pg_backend_pid() = any(pg_blocking_pids(pid)))""")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
