package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release is rolled out under load, as the chart does it: a job expands the schema, the next release serves beside this one,
 * which is even started anew, and then takes its place.
 */
class RollOutCrash {

    private static final int CLIENTS = 4;
    private static final int ENOUGH = 20;

    @TempDir
    private Path next;

    private final Books books = new Books(
            Premises.environment().get("MIEUX_DATABASE_URL"),
            Premises.environment().get("MIEUX_DATABASE_OWNER"),
            Premises.environment().get("MIEUX_DATABASE_OWNER_PASSWORD"));

    private final List<ShopProcess> inRotation = new CopyOnWriteArrayList<>();
    private final List<Future<?>> load = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger served = new AtomicInteger();

    private long release;

    @BeforeEach
    void the_next_release_has_shoes_with_laces() throws IOException {
        inRotation.add(ShopProcess.start());
        release = books.number("select release from schema_release");
        Files.writeString(next.resolve("V9001__laces.sql"), """
                alter table shoe add column laces text not null default 'cotton';
                create index shoe_laces on shoe (laces);
                update schema_release set release = %d;
                """.formatted(release + 1));
    }

    @AfterEach
    void the_schema_is_what_it_was() {
        inRotation.forEach(ShopProcess::close);
        books.execute("alter table shoe drop column if exists laces");
        books.execute("delete from flyway_schema_history where version = '9001'");
        books.execute("update schema_release set release = ?", release);
    }

    @Test
    void the_next_release_takes_the_place_of_this_one_and_no_request_fails() throws Exception {
        ShopProcess before = inRotation.getFirst();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    load.add(clients.submit(this::buyUntilOver));
                }
                awaitServed();
                try (ShopProcess job = ShopProcess.launch(ofTheNext(Map.of("MIEUX_DATABASE_MIGRATION", "only")))) {
                    assertThat(job.awaitEnd()).as(job.said()).isZero();
                }
                assertThat(books.number("select release from schema_release")).isEqualTo(release + 1);
                awaitServed();
                ShopProcess after = ShopProcess.start(ofTheNext(Map.of("MIEUX_DATABASE_MIGRATION", "none")));
                inRotation.add(after);
                awaitServed();
                inRotation.add(ShopProcess.start(Map.of("MIEUX_INSTANCE", "2")));
                retire(before);
                awaitServed();
                retire(inRotation.getLast());
                awaitServed();
                assertThat(inRotation).containsExactly(after);
            } finally {
                over.set(true);
            }
            assertNobodyFailed();
        }
        assertThat(books.number("select count(*) from shoe where laces = 'cotton'"))
                .isGreaterThan(ENOUGH);
        Premises.books().assertSettled();
    }

    /** Adds shoes at one of those that serve, and looks for them at another; fails as soon as one is refused. */
    private void buyUntilOver() {
        while (!over.get()) {
            UUID shoe = anyOne().add(UUID.randomUUID().toString(), 2);
            assertThat(anyOne().getAnswer("/api/v1/shoes/" + shoe).statusCode()).isEqualTo(200);
            assertThat(anyOne().getAnswer("/api/v1/shoes?limit=5").statusCode()).isEqualTo(200);
            assertThat(anyOne().sell(shoe))
                    .hasValueSatisfying(answer ->
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
            served.incrementAndGet();
        }
    }

    private ShopProcess anyOne() {
        List<ShopProcess> shops = List.copyOf(inRotation);
        return shops.get(ThreadLocalRandom.current().nextInt(shops.size()));
    }

    /** First nobody is sent there any more, then it is told to end, and lets those come to their end that it has. */
    private void retire(ShopProcess shop) {
        inRotation.remove(shop);
        awaitServed();
        shop.close();
    }

    private void awaitServed() {
        int before = served.get();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertNobodyFailed();
            return served.get() >= before + ENOUGH;
        });
    }

    /** Throws what stopped a client. */
    private void assertNobodyFailed() throws ExecutionException, InterruptedException {
        for (Future<?> client : load) {
            if (client.isDone()) {
                client.get();
            }
        }
    }

    private Map<String, String> ofTheNext(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MIEUX_INSTANCE", "3");
        all.put("MIEUX_RELEASE", Long.toString(release + 1));
        all.put("QUARKUS_FLYWAY_LOCATIONS", "db/chassis,db/migration,filesystem:" + next);
        return all;
    }
}
