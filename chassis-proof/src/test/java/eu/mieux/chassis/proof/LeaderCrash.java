package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Stream;
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
        books.assertSettled();
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
        assertSold(20);
    }

    @Test
    void a_leader_that_loses_its_connection_lets_go_and_nothing_is_lost() {
        List<String> leader = books.rows(LEADER);
        sell(10);
        dismiss(leader);
        sell(10);
        awaitLeaderOtherThan(leader);
        assertSold(20);
    }

    @Test
    void two_leaders_at_once_send_an_event_twice_and_late_and_it_counts_once() {
        List<String> leader = books.rows(LEADER);
        first.hold("before-send");
        sell(1);
        // The first has read the sale and stands still; the second takes over and sends it, and another.
        await().until(() -> first.isHolding("before-send"));
        dismiss(leader);
        awaitLeaderOtherThan(leader);
        sell(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> published().equals(List.of(1L, 2L, 3L)));
        // The first wakes, takes itself for the leader still, and sends what it had read.
        first.release("before-send");
        await().atMost(Duration.ofSeconds(30)).until(() -> published().equals(List.of(1L, 2L, 3L, 2L)));
        sell(1);
        assertSold(3);
        assertThat(published()).containsExactly(1L, 2L, 3L, 2L, 4L);
    }

    private void sell(int times) {
        for (int i = 0; i < times; i++) {
            second.sellSurely(shoe);
        }
    }

    private void assertSold(int times) {
        books.assertSettled();
        assertThat(books.rows("select sales from till where shoe_id = ?", shoe))
                .containsExactly(Integer.toString(times));
    }

    private void dismiss(List<String> leader) {
        books.execute("select pg_terminate_backend(?::int)", leader.getFirst());
    }

    private void awaitLeaderOtherThan(List<String> leader) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(books.rows(LEADER)).hasSize(1).isNotEqualTo(leader));
    }

    /** The versions of the shoe on its topic, in their order. */
    private List<Long> published() {
        return Stream.published("mieux.shoe").stream()
                .filter(event -> event.key().equals(shoe.toString()))
                .map(Stream.Published::version)
                .toList();
    }
}
