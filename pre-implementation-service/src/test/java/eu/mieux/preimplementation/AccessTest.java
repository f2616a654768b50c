package eu.mieux.preimplementation;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;

import eu.mieux.chassis.testing.AccessTable;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.feed.Calendars;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.meeting.Convened;
import eu.mieux.preimplementation.notification.Mailboxes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Everybody is of Uganda's ministry of interior, in its country and region. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class AccessTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REQUEST = "/api/v1/requests/{idOrReference}";
    private static final String FICHE = "/api/v1/action-fiches/{idOrReference}";
    private static final String CONDITION = REQUEST + "/conditions/{number}";
    private static final String HOLD = REQUEST + "/holds/{number}";
    private static final String VOICE = REQUEST + "/voices/{institution}";
    private static final String ATTACHMENT = REQUEST + "/attachments/{attachmentId}";
    private static final String VERSION = FICHE + "/versions/{number}";
    private static final String COMMENT = FICHE + "/comments/{commentId}";
    private static final String MEETING = "/api/v1/meetings/{id}";
    private static final String FEED = "/api/v1/calendar-feeds/{id}";
    private static final String CALENDAR = "/api/v1/calendar-feeds/{secret}.ics";
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
    void a_member_of_no_institution_is_answered_as_anybody() {
        table().whoIsOfNoInstitutionIsNoMember();
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
        String abroad = Given.authority("PE");
        table.record(AUTHORITY, "other-region", "/api/v1/authorities/" + abroad);
        table.record(AUTHORITY, "absent", "/api/v1/authorities/" + UUID.randomUUID());
        table.record(AUTHORITY, "regional-organisation", "/api/v1/authorities/" + regionalOrganisation());
        parts(table, "aliases", "alias", own, "own");
        parts(table, "contacts", "contact", own, "own");
        parts(table, "aliases", "alias", abroad, "other-region");
        parts(table, "contacts", "contact", abroad, "other-region");
        table.record(REQUEST, "own-draft", requestAt(drafted("UG", own), ""));
        requests(table, "own", "UG", own);
        requests(table, "other-region", "PE", own);
        requests(table, "other-partner", "UG", other);
        table.record(REQUEST, "absent", requestAt(UUID.randomUUID().toString(), ""));
        table.record(VOICE, "absent", requestAt(UUID.randomUUID().toString(), "/voices/INTPA"));
        table.record(
                ATTACHMENT, "absent", requestAt(UUID.randomUUID().toString(), "/attachments/" + UUID.randomUUID()));
        table.record(HOLD, "absent", requestAt(UUID.randomUUID().toString(), "/holds/1"));
        table.record(CONDITION, "absent", requestAt(UUID.randomUUID().toString(), "/conditions/1"));
        table.record(FICHE, "absent", "/api/v1/action-fiches/" + UUID.randomUUID());
        drafts(table, "own", "UG", own);
        drafts(table, "other-partner", "KE", other);
        drafts(table, "other-region", "PE", abroad);
        drafts(table, "absent", "UG", "xx-no-such-authority");
        calendars(table);
        meetings(table);
        mails(table);
        return table;
    }

    private static void drafts(AccessTable table, String kind, String country, String authority) {
        table.body("POST /api/v1/requests", kind, JSON.writeValueAsString(draft(country, authority)));
    }

    /** A person's are her own; managers and auditors see all links, and whoever has the secret of one reads its calendar. */
    private static void calendars(AccessTable table) {
        JsonPath own = feed(Tokens.of("partner"));
        table.record(FEED, "a-partner's", "/api/v1/calendar-feeds/" + own.getString("id"));
        table.record(FEED, "absent", "/api/v1/calendar-feeds/" + UUID.randomUUID());
        table.record(CALENDAR, "any", Calendars.path(own));
        table.record(CALENDAR, "absent", "/api/v1/calendar-feeds/cal_nothing.ics");
    }

    /** Of Uganda, of Peru and of no request at all. */
    private static void meetings(AccessTable table) {
        String own = Given.underReview("UG", "Whose is it?");
        String abroad = Given.underReview("PE", "Not hers");
        table.record(MEETING, "own", Convened.at(Convened.inAWeek(own), ""));
        table.record(MEETING, "other-region", Convened.at(Convened.inAWeek(abroad), ""));
        table.record(MEETING, "own-minuted", Convened.at(Convened.minuted(Given.underReview("UG", "Minuted")), ""));
        table.record(MEETING, "topics", Convened.at(Convened.inAWeek(), ""));
        convened(table, "own", own);
        convened(table, "other-region", abroad);
        convened(table, "absent", UUID.randomUUID().toString());
        table.record(MEETING, "absent", Convened.at(UUID.randomUUID().toString(), ""));
    }

    private static void convened(AccessTable table, String kind, String request) {
        table.body("POST /api/v1/meetings", kind, """
                {"title":"Steering group","day":"%s","from":"10:00","until":"11:00","place":"Here",
                 "agenda":[{"request":"%s"}]}""".formatted(Convened.today(), request));
    }

    private static JsonPath feed(Tokens owner) {
        RequestSpecification person =
                owner.claim("authority", Given.authority("UG")).request();
        String there = person.get("/api/v1/calendar-feeds").jsonPath().getString("items[0].id");
        if (there != null) {
            owner.request().header("If-Match", "\"1\"").delete("/api/v1/calendar-feeds/" + there);
        }
        return json(owner.request(), Map.of("name", "Mine"))
                .post("/api/v1/calendar-feeds")
                .jsonPath();
    }

    /** Whoever has the link of a mail may follow it. */
    private static void mails(AccessTable table) {
        Mailboxes.Person officer = Mailboxes.officer("of-the-access-table", "AFRICA_CENTRAL_EASTERN_SOUTHERN")
                .told(Map.of());
        String id = manager().get("/api/v1/notifications?limit=1").jsonPath().getString("items[0].id");
        table.record("/api/v1/notifications/{id}", "any", "/api/v1/notifications/" + id);
        table.record("/api/v1/notifications/{id}", "absent", "/api/v1/notifications/" + UUID.randomUUID());
        String settings = "/api/v1/notification-settings";
        Given.submitted("UG", "That she is told of");
        table.record(settings + "/confirmations/{token}", "any", officer.linkIn(1));
        table.record(settings + "/unsubscriptions/{token}", "any", officer.linkIn(2));
        table.record(settings + "/confirmations/{token}", "absent", settings + "/confirmations/nothing");
        table.record(settings + "/unsubscriptions/{token}", "absent", settings + "/unsubscriptions/nothing");
    }

    private static void parts(AccessTable table, String parts, String part, String authority, String kind) {
        String template = AUTHORITY + "/" + parts + "/{" + part + "}";
        String at = "/api/v1/authorities/" + authority + "/" + parts + "/";
        List<String> there = json(manager(), Map.of("name", "Known to the access table"))
                .post("/api/v1/authorities/" + authority + "/" + parts)
                .jsonPath()
                .getList(parts + ".id");
        table.record(template, kind, at + there.getFirst());
        if (kind.equals("own")) {
            table.record(template, "absent", at + UUID.randomUUID());
        }
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
        table.record(HOLD, kind, requestAt(submitted, "/holds/1"));
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
        return json(manager(), draft(country, authority))
                .post("/api/v1/requests")
                .jsonPath()
                .getString("id");
    }

    private static Map<String, Object> draft(String country, String authority) {
        Map<String, Object> draft = Given.draft(country, "Whose is it?");
        draft.put("authorities", List.of(authority));
        return draft;
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
