package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports at their limits: cut off in the middle, and far larger than the memory. */
class ImportCrash {

    private final Books books = Premises.books();

    @Test
    void an_import_that_is_killed_changes_nothing_says_so_and_can_be_repeated() throws Exception {
        String operation;
        try (ShopProcess shop = ShopProcess.start()) {
            operation = shop.startImport(shoes("killed", 8_000));
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> at(shop, operation).getLong("rows") >= 1000);
            shop.kill();
        }
        assertThat(count("killed")).isZero();
        try (ShopProcess shop = ShopProcess.start(Map.of("MIEUX_INSTANCE", "1", "MIEUX_IMPORTS_SILENCE", "PT2S"))) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(at(shop, operation).getString("status")).isEqualTo("FAILED"));
            assertThat(at(shop, operation).getString("detail")).contains("Nothing was changed");

            String again = shop.startImport(shoes("killed", 8_000));
            await().atMost(Duration.ofSeconds(60)).until(() -> isOver(shop, again));
            assertThat(at(shop, again).getString("status")).isEqualTo("SUCCEEDED");
            assertThat(at(shop, again).getLong("created")).isEqualTo(8_000);
            // It is published when it is over; what follows it is a matter of seconds.
            await().atMost(Duration.ofSeconds(10)).until(() -> stocked("killed") == 8_000);
            books.assertSettled();
        }
    }

    /** 60 MB in a heap that has not half as much to spare. */
    @Test
    void memory_does_not_grow_with_the_file() {
        String name = "x".repeat(2_000);
        InputStream file =
                new RowStream("article,name,pairs", 30_000, i -> "large-%d,%s,%d".formatted(i, name, i % 100));
        try (ShopProcess shop = ShopProcess.start("-Xmx96m")) {
            String operation = shop.startImport(file);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> isOver(shop, operation));
            assertThat(at(shop, operation).getString("status")).isEqualTo("SUCCEEDED");
            assertThat(count("large")).isEqualTo(30_000);
            await().atMost(Duration.ofSeconds(60)).until(() -> stocked("large") == 30_000);
        }
    }

    private static JsonPath at(ShopProcess shop, String operation) {
        return JsonPath.from(shop.get(operation));
    }

    private static boolean isOver(ShopProcess shop, String operation) {
        return !at(shop, operation).getString("status").equals("RUNNING");
    }

    private long count(String prefix) {
        return books.number("select count(*) from shoe where article like ?", prefix + "-%");
    }

    private long stocked(String prefix) {
        return books.number("select count(*) from projection.stock where article like ?", prefix + "-%");
    }

    private static InputStream shoes(String prefix, int rows) {
        return new RowStream(
                "article,name,pairs", rows, i -> "%s-%d,\"A shoe, number %d\",%d".formatted(prefix, i, i, i % 100));
    }
}
