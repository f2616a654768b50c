package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one database: one carries the outbox, and the other takes over. */
class LeaderCrash {

    private static final String LEADER = """
            select pid from pg_locks where locktype = 'advisory' and granted
            and (classid::bigint << 32 | objid::bigint) = x'4D494555584F5554'::bigint""";

    private final Books books = Premises.books();
    private ShopProcess first;
    private ShopProcess second;
    private UUID shoe;

    @BeforeEach
    void open() {
        first = ShopProcess.start();
        await().until(() -> books.rows(LEADER).size() == 1);
        second = ShopProcess.start(Map.of("MIEUX_INSTANCE", "2"));
        shoe = second.add(UUID.randomUUID().toString(), 1000);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void a_killed_leader_is_followed_by_the_other_instance_and_nothing_is_lost() throws Exception {
        sell(10);
        first.kill();
        sell(10);
        books.assertSettled();
        assertThat(books.rows("select sales from till where shoe_id = ?", shoe)).containsExactly("20");
    }

    @Test
    void a_leader_that_loses_its_connection_lets_go_and_nothing_is_lost() {
        List<String> leader = books.rows(LEADER);
        sell(10);
        books.execute("select pg_terminate_backend(?::int)", leader.getFirst());
        sell(10);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(books.rows(LEADER)).hasSize(1).isNotEqualTo(leader));
        books.assertSettled();
        assertThat(books.rows("select sales from till where shoe_id = ?", shoe)).containsExactly("20");
    }

    private void sell(int times) {
        for (int i = 0; i < times; i++) {
            second.sellSurely(shoe);
        }
    }
}
