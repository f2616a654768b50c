package eu.mieux.preimplementation.attachment;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Letters and other files of a request: what is taken, who gets them, and that nothing is left behind. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AttachmentTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 25 * 1024 * 1024;

    @Inject
    AgroalDataSource database;

    @Test
    void a_letter_is_kept_as_it_was_sent_and_downloaded_by_those_who_see_the_request() throws Exception {
        String id = Given.submitted("BO", "With a letter");
        String name = "Lettre du ministère « Ñ » 部.pdf";
        Response attached = attached(manager(), id, name, PDF)
                .statusCode(201)
                .body("name", equalTo(name))
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(PDF.length))
                .body("sha256", equalTo(sha256(PDF)))
                .body("attachedBy", equalTo("manager-1"))
                .body("attachedByName", equalTo("A manager"))
                .extract()
                .response();
        String content = requestAt(id, "/attachments/" + attached.path("id") + "/content");
        assertThat(attached.header("Location")).endsWith(content);
        Response letter = partner(Given.authority("BO")).get(content);
        letter.then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .header("Content-Length", Integer.toString(PDF.length))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", containsString("attachment; filename*=UTF-8''Lettre%20du%20minist"));
        assertThat(letter.asByteArray()).isEqualTo(PDF);
        list(id).body("items.name", contains(name));
        officer("ASIA").get(content).then().statusCode(404);
        Tokens.as("expert").get(content).then().statusCode(403);
        Tokens.anonymous().get(content).then().statusCode(401);
        Tokens.as("auditor")
                .get("/api/v1/services/pre-implementation/audit-trail?kind=READ&recordType=request&limit=1")
                .then()
                .body("items[0].what", equalTo("attachment"))
                .body("items[0].recordId", equalTo(id));
    }

    @Test
    void what_a_file_is_is_told_by_its_content_and_not_by_its_name() throws IOException {
        String id = Given.drafted("BO", "Kinds");
        taken(
                id,
                "plan.docx",
                archive("[Content_Types].xml", "word/document.xml"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        taken(
                id,
                "budget.XLSX",
                archive("[Content_Types].xml", "xl/workbook.xml"),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        taken(
                id,
                "photo.jpg",
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0},
                "image/jpeg");
        refused(id, "page.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), "text/html");
        refused(
                id,
                "drawing.png",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8),
                "image/svg+xml");
        refused(id, "program.docx", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, "msdownload");
        refused(id, "archive.docx", archive("notes.txt"), "application/zip");
        refused(
                id,
                "macros.docx",
                archive("[Content_Types].xml", "word/vbaProject.bin"),
                "The file is an Office file with macros, which are not taken: save it without them. Taken are pdf");
        refused(
                id,
                "plan.zip",
                archive("[Content_Types].xml", "word/document.xml"),
                "The file is an Office file by its content, and its name ends as that of another kind.");
        refused(id, "empty.pdf", new byte[0], "empty");
        list(id).body("items", hasSize(3));
    }

    @Test
    void a_name_is_a_name_of_a_file() {
        String id = Given.drafted("BO", "Names");
        for (String name : List.of("  ", "../../etc/passwd", "a\\b.pdf", "a\nb.pdf", "x".repeat(201))) {
            attached(manager(), id, name, PDF).statusCode(422).body("errors.pointer", contains("/name"));
        }
        attached(manager(), id, "", PDF).statusCode(400).body("errors.pointer", contains("/name"));
        manager()
                .contentType("application/octet-stream")
                .body(PDF)
                .post(requestAt(id, "/attachments"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
    }

    /** With the JDK's client: the tests' usual one takes half a minute for as much. */
    @Test
    void a_file_of_25_mebibytes_is_taken_and_one_byte_more_is_not() throws Exception {
        String id = Given.drafted("BO", "Large");
        byte[] large = new byte[MOST];
        new Random(7).nextBytes(large);
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        String token = Tokens.of("manager").token();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> attached = http.send(upload(token, id, large), BodyHandlers.ofByteArray());
            assertThat(attached.statusCode()).isEqualTo(201);
            HttpRequest download = HttpRequest.newBuilder(
                            URI.create(attached.headers().firstValue("Location").orElseThrow()))
                    .header("Authorization", "Bearer " + token)
                    .build();
            assertThat(http.send(download, BodyHandlers.ofByteArray()).body()).isEqualTo(large);
            assertThat(http.send(upload(token, id, Arrays.copyOf(large, MOST + 1)), BodyHandlers.ofByteArray())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    private static HttpRequest upload(String token, String id, byte[] bytes) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s?name=large.pdf"
                        .formatted(RestAssured.port, requestAt(id, "/attachments"))))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
    }

    @Test
    void a_call_that_is_sent_again_attaches_once() {
        String id = Given.drafted("BO", "Sent again");
        String key = UUID.randomUUID().toString();
        Response first = attached(manager().header("Idempotency-Key", key), id, "letter.pdf", PDF)
                .statusCode(201)
                .extract()
                .response();
        attached(manager().header("Idempotency-Key", key), id, "letter.pdf", PDF)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .body("id", equalTo(first.path("id")));
        byte[] other = Arrays.copyOf(PDF, PDF.length - 1);
        attached(manager().header("Idempotency-Key", key), id, "letter.pdf", other)
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:idempotency-key-reused"));
        attached(manager().header("Idempotency-Key", key), id, "other.pdf", PDF).statusCode(422);
        list(id).body("items", hasSize(1));
    }

    @Test
    void out_of_a_draft_a_file_is_taken_with_all_its_bytes_and_later_it_stays() throws SQLException {
        String id = Given.drafted("BO", "Taken back");
        long before = largeObjects();
        String attachment = attached(manager(), id, "wrong.pdf", PDF)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(largeObjects()).isEqualTo(before + 1);
        removed(manager(), id, attachment).statusCode(428);
        removed(manager().header("If-Match", "*"), id, attachment).statusCode(204);
        assertThat(largeObjects()).isEqualTo(before);
        removed(manager().header("If-Match", "*"), id, attachment).statusCode(404);
        String kept = attached(manager(), id, "right.pdf", PDF).extract().path("id");
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        removed(manager().header("If-Match", "*"), id, kept).statusCode(409);
        attached(manager(), Given.withdrawn("BO", "Gone"), "late.pdf", PDF).statusCode(409);
    }

    @Test
    void a_refused_attachment_leaves_nothing_behind() throws SQLException {
        String id = Given.drafted("BO", "Stale");
        long before = largeObjects();
        attached(manager().header("If-Match", "\"9\""), id, "stale.pdf", PDF).statusCode(412);
        attached(officer("ASIA"), id, "foreign.pdf", PDF).statusCode(404);
        attached(Tokens.as("auditor"), id, "auditor.pdf", PDF).statusCode(403);
        assertThat(largeObjects()).isEqualTo(before);
    }

    @Test
    void more_than_fifty_are_not_kept() {
        String id = Given.drafted("BO", "Many");
        for (int i = 0; i < 50; i++) {
            attached(manager(), id, i + ".pdf", PDF).statusCode(201);
        }
        attached(manager(), id, "51.pdf", PDF)
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:enough-attached"));
    }

    @Test
    void a_pdf_may_begin_with_a_byte_order_mark_and_blanks_and_with_nothing_else() {
        String id = Given.drafted("BO", "Scanned");
        String pdf = new String(PDF, StandardCharsets.US_ASCII);
        for (String before : List.of("\n", "\r\n ", "\uFEFF", "\uFEFF\n")) {
            taken(id, "scan.pdf", (before + pdf).getBytes(StandardCharsets.UTF_8), "application/pdf");
        }
        refused(id, "hidden.pdf", ("GIF89a;\n" + pdf).getBytes(StandardCharsets.UTF_8), "each under its own ending");
    }

    private static void taken(String id, String name, byte[] bytes, String type) {
        attached(manager(), id, name, bytes).statusCode(201).body("mediaType", equalTo(type));
    }

    private static void refused(String id, String name, byte[] bytes, String found) {
        attached(manager(), id, name, bytes).statusCode(415).body("detail", containsString(found));
    }

    private static ValidatableResponse attached(RequestSpecification by, String id, String name, byte[] bytes) {
        return by.contentType("application/octet-stream")
                .queryParam("name", name)
                .body(bytes)
                .post(requestAt(id, "/attachments"))
                .then();
    }

    private static ValidatableResponse removed(RequestSpecification by, String id, String attachment) {
        return by.delete(requestAt(id, "/attachments/" + attachment)).then();
    }

    private static ValidatableResponse list(String id) {
        return manager().get(requestAt(id, "/attachments")).then().statusCode(200);
    }

    private static byte[] archive(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private long largeObjects() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_largeobject_metadata")) {
            row.next();
            return row.getLong(1);
        }
    }
}
