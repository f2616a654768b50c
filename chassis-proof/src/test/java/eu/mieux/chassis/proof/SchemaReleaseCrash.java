package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaReleaseCrash {

    private static final String MIGRATION = "MIEUX_DATABASE_MIGRATION";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HISTORY =
            "select version, description, checksum, installed_on from flyway_schema_history order by installed_rank";

    private final Books books = new Books(
            Premises.environment().get("MIEUX_DATABASE_URL"),
            Premises.environment().get("MIEUX_DATABASE_OWNER"),
            Premises.environment().get("MIEUX_DATABASE_OWNER_PASSWORD"));

    private long program;

    @BeforeEach
    void the_shop_has_been_open() {
        ShopProcess.start().close();
        program = books.number("select release from schema_release");
    }

    @AfterEach
    void the_schema_is_what_it_was() {
        books.execute("update schema_release set release = ?", program);
    }

    @Test
    void beside_the_next_release_the_shop_serves_and_leaves_the_schema_as_it_is() {
        books.execute("update schema_release set release = ?", program + 1);
        books.execute("update flyway_schema_history set checksum = checksum + 1 where version is null");
        List<String> before = books.rows(HISTORY);
        try (ShopProcess shop = ShopProcess.start()) {
            assertThat(shop.getAnswer("/api/v1/shoes").statusCode()).isEqualTo(200);
        }
        assertThat(books.rows(HISTORY)).isEqualTo(before);
    }

    @Test
    void with_a_database_of_a_later_release_the_shop_does_not_start_and_leaves_it_unharmed()
            throws IOException, InterruptedException {
        books.execute("update schema_release set release = ?", program + 2);
        List<String> before = books.rows(HISTORY);
        try (ShopProcess shop = ShopProcess.launch(Map.of("MIEUX_INSTANCE", "1"))) {
            assertThat(shop.awaitEnd()).isEqualTo(1);
            assertThat(shop.said())
                    .contains("Not started: the database is of release %d, and this program, of release %d,"
                            .formatted(program + 2, program));
        }
        assertThat(books.rows(HISTORY)).isEqualTo(before);
    }

    @Test
    void a_job_migrates_as_the_owner_and_ends_and_needs_to_know_nothing_of_kafka()
            throws IOException, InterruptedException {
        books.execute("update flyway_schema_history set checksum = checksum + 1 where version is null");
        try (ShopProcess job = ShopProcess.launch(Map.of(MIGRATION, "only", "MIEUX_KAFKA", ""))) {
            assertThat(job.awaitEnd()).isZero();
            assertThat(job.said()).contains("The schema is up to date; migrations carried out: 1.");
        }
    }

    @Test
    void a_job_leaves_the_schema_of_the_next_release_as_it_is() throws IOException, InterruptedException {
        books.execute("update schema_release set release = ?", program + 1);
        List<String> before = books.rows(HISTORY);
        try (ShopProcess job = ShopProcess.launch(Map.of(MIGRATION, "only"))) {
            assertThat(job.awaitEnd()).isZero();
            assertThat(job.said()).contains("The schema is of the next release; nothing is migrated.");
        }
        assertThat(books.rows(HISTORY)).isEqualTo(before);
    }

    @Test
    void where_a_job_migrates_the_shop_waits_for_it_and_serves_without_knowing_the_owner() {
        books.execute("update schema_release set release = ?", program - 1);
        Map<String, String> without = Map.of(
                "MIEUX_INSTANCE",
                "1",
                MIGRATION,
                "none",
                "MIEUX_DATABASE_OWNER",
                "",
                "MIEUX_DATABASE_OWNER_PASSWORD",
                "");
        try (ShopProcess shop = ShopProcess.launch(without)) {
            await().atMost(SOON)
                    .until(() -> shop.said()
                            .contains("the database is of release %d, and this program of release %d"
                                    .formatted(program - 1, program)));
            assertThat(shop.isReady()).isFalse();
            books.execute("update schema_release set release = ?", program);
            await().atMost(SOON).until(shop::isReady);
            assertThat(shop.getAnswer("/api/v1/shoes").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_way_to_migrate_that_there_is_not_is_refused() throws IOException, InterruptedException {
        try (ShopProcess shop = ShopProcess.launch(Map.of(MIGRATION, "perhaps"))) {
            assertThat(shop.awaitEnd()).isEqualTo(1);
            assertThat(shop.said())
                    .contains(
                            "Not started: MIEUX_DATABASE_MIGRATION is \"perhaps\", and must be one of at-start, only, none.");
        }
    }
}
