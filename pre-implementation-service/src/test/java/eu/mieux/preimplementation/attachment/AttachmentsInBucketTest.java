package eu.mieux.preimplementation.attachment;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.signature.Signature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Attachments in a bucket of an S3-compatible service: what comes into it, what leaves it, and what happens while it is away. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(value = S3Server.class, restrictToAnnotatedClass = true)
class AttachmentsInBucketTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "%PDF-1.7\n2 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Inject
    Attachments attachments;

    @Inject
    LargeObjects database;

    private S3Client s3;

    @BeforeEach
    void open() {
        s3 = S3Server.settings(S3Server.BUCKET, "secret").client();
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void a_letter_is_kept_under_its_id_alone_and_downloaded_as_it_was_sent() {
        String id = Given.drafted("BO", "In the bucket");
        String letter = attached(manager(), id, "Lettre de Mme Quispe.pdf");
        assertThat(objects()).contains("attachments/" + letter);
        assertThat(objects()).noneMatch(key -> key.contains("Quispe"));
        assertThat(s3.getObjectAsBytes(get -> get.bucket(S3Server.BUCKET).key("attachments/" + letter))
                        .asByteArray())
                .isEqualTo(PDF);
        assertThat(download(id, letter).statusCode(200).extract().asByteArray()).isEqualTo(PDF);
    }

    @Test
    void out_of_a_draft_a_file_is_taken_out_of_the_bucket_too() {
        String id = Given.drafted("BO", "Out of the bucket");
        String letter = attached(manager(), id, "wrong.pdf");
        manager()
                .header("If-Match", "*")
                .delete(requestAt(id, "/attachments/" + letter))
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(objects()).doesNotContain("attachments/" + letter));
    }

    @Test
    void what_was_refused_or_sent_again_does_not_stay_in_the_bucket() {
        await().atMost(Duration.ofSeconds(20)).until(this::hasNoStrays);
        int before = objects().size();
        String id = Given.drafted("BO", "Stale in the bucket");
        attach(manager().header("If-Match", "\"9\""), id, "stale.pdf").statusCode(412);
        String key = UUID.randomUUID().toString();
        String first = attached(manager().header("Idempotency-Key", key), id, "once.pdf");
        assertThat(attached(manager().header("Idempotency-Key", key), id, "once.pdf"))
                .isEqualTo(first);
        assertThat(objects()).hasSize(before + 3);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(objects()).hasSize(before + 1).contains("attachments/" + first));
        assertThat(download(id, first).statusCode(200).extract().asByteArray()).isEqualTo(PDF);
    }

    @Test
    void while_the_bucket_is_away_all_else_goes_on() throws Exception {
        String id = Given.drafted("BO", "Bucket away");
        String letter = attached(manager(), id, "before.pdf");
        S3Server.kill();
        try {
            attach(manager(), id, "meanwhile.pdf")
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:mieux:problem:attachments-away"));
            download(id, letter).statusCode(503).body("type", equalTo("urn:mieux:problem:attachments-away"));
            manager()
                    .get(requestAt(id, "/attachments"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items.name", hasItem("before.pdf"));
            manager().post(requestAt(id, "/submission")).then().statusCode(200);
            manager().get("/q/health/ready").then().statusCode(200);
        } finally {
            S3Server.run();
        }
        assertThat(download(id, letter).statusCode(200).extract().asByteArray()).isEqualTo(PDF);
        attached(manager(), id, "after.pdf");
    }

    @Test
    void bytes_that_somebody_has_changed_in_the_bucket_are_not_served() {
        String id = Given.drafted("BO", "Changed in the bucket");
        String letter = attached(manager(), id, "letter.pdf");
        s3.putObject(put -> put.bucket(S3Server.BUCKET).key("attachments/" + letter), RequestBody.fromBytes(OTHER));
        download(id, letter).statusCode(500);
    }

    @Test
    void what_was_kept_in_the_database_before_stays_readable() throws Exception {
        String id = Given.drafted("BO", "Before the bucket");
        UUID old = Time.newId();
        try (Upload upload = Upload.of(new ByteArrayInputStream(PDF), "old.pdf")) {
            QuarkusTransaction.requiringNew().run(() -> {
                attachments.persistAndFlush(new Attachment(
                        old,
                        UUID.fromString(id),
                        "old.pdf",
                        upload,
                        database.place(),
                        new Signature("manager-1", "A manager"),
                        Time.now(Clock.systemUTC())));
                database.keep(old, upload);
            });
        }
        assertThat(download(id, old.toString()).statusCode(200).extract().asByteArray())
                .isEqualTo(PDF);
        assertThat(objects()).doesNotContain("attachments/" + old);
    }

    @Test
    void a_service_that_is_told_a_wrong_bucket_says_so_when_it_starts() {
        assertThatThrownBy(() -> start(S3Server.settings("nowhere", "secret")))
                .hasMessageContaining("MIEUX_S3_BUCKET is nowhere")
                .hasMessageContaining("404");
        assertThatThrownBy(() -> start(S3Server.settings(S3Server.BUCKET, "wrong")))
                .hasMessageContaining("MIEUX_S3_SECRET_KEY")
                .hasMessageContaining("403");
        assertThatCode(() -> start(S3Server.settings(S3Server.BUCKET, "secret")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new BucketSettings.Given(
                        Optional.of("letters"), Optional.empty(), "us-east-1", Optional.of("access"), Optional.empty()))
                .hasMessageContaining("MIEUX_S3_SECRET_KEY is not");
    }

    @Test
    void a_service_whose_bucket_is_away_starts() {
        assertThatCode(() -> start(new BucketSettings(
                        "letters", Optional.of(URI.create("http://127.0.0.1:9")), "us-east-1", "access", "secret")))
                .doesNotThrowAnyException();
    }

    private static void start(BucketSettings settings) {
        Bucket bucket = new Bucket(new BucketSettings.Given(
                Optional.of(settings.bucket()),
                settings.url(),
                settings.region(),
                Optional.of(settings.accessKey()),
                Optional.of(settings.secretKey())));
        bucket.check(new StartupEvent());
    }

    private boolean hasNoStrays() {
        Set<String> attached = QuarkusTransaction.requiringNew()
                .call(() -> attachments
                        .streamAll()
                        .map(one -> "attachments/" + one.id())
                        .collect(Collectors.toSet()));
        return attached.containsAll(objects());
    }

    private Set<String> objects() {
        return s3.listObjectsV2(list -> list.bucket(S3Server.BUCKET)).contents().stream()
                .map(S3Object::key)
                .collect(Collectors.toSet());
    }

    private static String attached(RequestSpecification by, String id, String name) {
        return attach(by, id, name).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse attach(RequestSpecification by, String id, String name) {
        return by.contentType("application/octet-stream")
                .queryParam("name", name)
                .body(PDF)
                .post(requestAt(id, "/attachments"))
                .then();
    }

    private static ValidatableResponse download(String id, String attachment) {
        return manager()
                .get(requestAt(id, "/attachments/" + attachment + "/content"))
                .then();
    }
}
