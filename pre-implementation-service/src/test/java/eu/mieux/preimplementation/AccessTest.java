package eu.mieux.preimplementation;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;

import eu.mieux.chassis.testing.AccessTable;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.notification.Mailboxes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody is of Uganda's ministry of interior, in its country and region. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class AccessTest {

    private static final String REQUEST = "/api/v1/requests/{idOrReference}";
    private static final String FICHE = "/api/v1/action-fiches/{idOrReference}";
    private static final String CONDITION = REQUEST + "/conditions/{number}";
    private static final String VOICE = REQUEST + "/voices/{institution}";
    private static final String ATTACHMENT = REQUEST + "/attachments/{attachmentId}";
    private static final String VERSION = FICHE + "/versions/{number}";
    private static final String COMMENT = FICHE + "/comments/{commentId}";
    private static final String AUTHORITY = "/api/v1/authorities/{idOrKey}";

    private static final Map<String, List<String>> EVERYBODY = Map.of(
            "regions", List.of("AFRICA_CENTRAL_EASTERN_SOUTHERN"),
            "countries", List.of("UG"),
            "authority", List.of("ug-ministry-of-interior"));

    @Test
    void every_operation_answers_every_role_as_the_reviewed_table_says() throws IOException {
        table().holds();
    }

    @Test
    void whoever_reads_a_record_hears_that_it_changed_and_nobody_else() {
        table().whoReadsARecordHearsOfIt();
    }

    @Test
    void what_one_learns_from_lists_is_of_no_use_to_another() {
        table().idsOfOneAreOfNoUseToAnother();
    }

    private static AccessTable table() {
        String own = Given.authority("UG");
        String other = Given.authority("KE");
        AccessTable table = new AccessTable(EVERYBODY, "requests", "pre-implementation");
        table.record(AUTHORITY, "own", "/api/v1/authorities/" + own);
        table.record(AUTHORITY, "other-partner", "/api/v1/authorities/" + other);
        table.record(AUTHORITY, "absent", "/api/v1/authorities/" + UUID.randomUUID());
        table.record(AUTHORITY, "regional-organisation", "/api/v1/authorities/" + regionalOrganisation());
        parts(table, "aliases", "alias", own);
        parts(table, "contacts", "contact", own);
        table.record(REQUEST, "own-draft", requestAt(drafted("UG", own), ""));
        requests(table, "own", "UG", own);
        requests(table, "other-region", "PE", own);
        requests(table, "other-partner", "UG", other);
        table.record(REQUEST, "absent", requestAt(UUID.randomUUID().toString(), ""));
        table.record(VOICE, "absent", requestAt(UUID.randomUUID().toString(), "/voices/INTPA"));
        table.record(
                ATTACHMENT, "absent", requestAt(UUID.randomUUID().toString(), "/attachments/" + UUID.randomUUID()));
        table.record(CONDITION, "absent", requestAt(UUID.randomUUID().toString(), "/conditions/1"));
        table.record(FICHE, "absent", "/api/v1/action-fiches/" + UUID.randomUUID());
        mails(table);
        return table;
    }

    /** Somebody has a mail waiting to confirm her address; links that are good are tried where links are. */
    private static void mails(AccessTable table) {
        Mailboxes.officer("of-the-access-table", "AFRICA_CENTRAL_EASTERN_SOUTHERN")
                .told(Map.of());
        String id = manager().get("/api/v1/notifications?limit=1").jsonPath().getString("items[0].id");
        table.record("/api/v1/notifications/{id}", "any", "/api/v1/notifications/" + id);
        table.record("/api/v1/notifications/{id}", "absent", "/api/v1/notifications/" + UUID.randomUUID());
        String settings = "/api/v1/notification-settings";
        table.record(settings + "/confirmations/{token}", "absent", settings + "/confirmations/nothing");
        table.record(settings + "/unsubscriptions/{token}", "absent", settings + "/unsubscriptions/nothing");
    }

    private static void parts(AccessTable table, String parts, String part, String authority) {
        String template = AUTHORITY + "/" + parts + "/{" + part + "}";
        String at = "/api/v1/authorities/" + authority + "/" + parts + "/";
        List<String> there = json(manager(), Map.of("name", "Known to the access table"))
                .post("/api/v1/authorities/" + authority + "/" + parts)
                .jsonPath()
                .getList(parts + ".id");
        table.record(template, "own", at + there.getFirst());
        table.record(template, "absent", at + UUID.randomUUID());
    }

    private static String regionalOrganisation() {
        Given.imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                xx-access-table,Secretariat of the access table,REGIONAL_ORGANISATION,,COMESA,
                """);
        return "xx-access-table";
    }

    private static void requests(AccessTable table, String kind, String country, String authority) {
        String submitted = submitted(drafted(country, authority));
        table.record(REQUEST, kind, requestAt(submitted, ""));
        table.record(VOICE, kind, requestAt(submitted, "/voices/INTPA"));
        table.record(ATTACHMENT, kind, requestAt(submitted, "/attachments/" + attached(submitted)));
        String approved = approved(submitted(drafted(country, authority)));
        table.record(CONDITION, kind, requestAt(approved, "/conditions/1"));
        String fiche = "/api/v1/action-fiches/" + Fiches.draftedFor(approved);
        table.record(FICHE, kind, fiche);
        table.record(VERSION, kind, fiche + "/versions/1");
        String comment = json(manager(), Map.of("section", "BUDGET", "text", "Why?"))
                .post(fiche + "/comments")
                .jsonPath()
                .getString("id");
        table.record(COMMENT, kind, fiche + "/comments/" + comment);
        if (kind.equals("own")) {
            table.record(VERSION, "absent", fiche + "/versions/99");
            table.record(COMMENT, "absent", fiche + "/comments/" + UUID.randomUUID());
        }
    }

    private static String drafted(String country, String authority) {
        Map<String, Object> draft = Given.draft(country, "Whose is it?");
        draft.put("authorities", List.of(authority));
        return json(manager(), draft).post("/api/v1/requests").jsonPath().getString("id");
    }

    private static String attached(String id) {
        return manager()
                .contentType("application/octet-stream")
                .body("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .post(requestAt(id, "/attachments?name=letter.pdf"))
                .jsonPath()
                .getString("id");
    }

    private static String submitted(String id) {
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        return id;
    }

    private static String approved(String id) {
        manager().post(requestAt(id, "/review")).then().statusCode(200);
        json(
                        manager(),
                        Map.of(
                                "outcome", "APPROVED",
                                "overrideReason", "Agreed by telephone.",
                                "conditions", List.of(Map.of("text", "A counterpart is named."))))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        return id;
    }
}
