package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Stream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crash table: wherever the process is killed, nothing is lost and everything takes effect once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailpointCrash {

    private static final String GROUP = "chassis-proof";
    private static final Set<String> SENT_TWICE = Set.of("sent-but-ack-lost", "acked-but-not-deleted");

    private final Books books = Premises.books();
    private ShopProcess shop;
    private UUID shoe;

    @BeforeAll
    void open() {
        shop = ShopProcess.start();
        shoe = shop.add("crash", 1000);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before-commit",
                "after-commit",
                "before-relay-reads",
                "before-send",
                "sent-but-ack-lost",
                "acked-but-not-deleted",
                "consumer-before-commit",
                "after-commit-before-offset"
            })
    void nothing_is_lost_and_nothing_counts_twice_when_the_process_is_killed(String failpoint) throws Exception {
        shop.sellSurely(shoe);
        books.assertSettled();
        long sales = sales();

        shop.arm(failpoint);
        shop.sell(shoe);
        assertThat(shop.awaitEnd()).isEqualTo(ShopProcess.KILLED);

        shop = ShopProcess.start();
        books.assertSettled();
        assertThat(sales()).isEqualTo(failpoint.equals("before-commit") ? sales : sales + 1);
        List<Long> published = published();
        assertThat(published).as("every version reached the topic").containsAll(logged());
        assertThat(published.size() - Set.copyOf(published).size() > duplicates)
                .as("the last version was sent twice")
                .isEqualTo(SENT_TWICE.contains(failpoint));
        duplicates = published.size() - Set.copyOf(published).size();
    }

    private int duplicates;

    @Test
    void a_rewound_consumer_group_changes_nothing() throws Exception {
        shop.sellSurely(shoe);
        books.assertSettled();
        List<String> stock = books.stock();
        List<String> till = books.till();
        shop.close();
        rewind();
        shop = ShopProcess.start();
        await().atMost(Duration.ofSeconds(30)).until(this::hasReadEverything);
        assertThat(books.stock()).isEqualTo(stock);
        assertThat(books.till()).isEqualTo(till);
        assertThat(books.number("select count(*) from parked_record")).isZero();
    }

    private long sales() {
        return books.number("select count(*) from event_log where type = 'shoe-sold' and aggregate_id = ?", shoe);
    }

    private List<Long> logged() {
        return books.rows("select version from event_log where aggregate_id = ? order by 1", shoe).stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<Long> published() {
        return Stream.published("mieux.shoe").stream()
                .filter(event -> event.key().equals(shoe.toString()))
                .map(Stream.Published::version)
                .toList();
    }

    private void rewind() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.removeMembersFromConsumerGroup(
                            GROUP, new RemoveMembersFromConsumerGroupOptions(Set.of(new MemberToRemove(GROUP + "-1"))))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            GROUP,
                            partitions(admin).stream().collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        }
    }

    private boolean hasReadEverything() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin
                    .listOffsets(partitions(admin).stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .allMatch(end ->
                            read.get(end.getKey()).offset() == end.getValue().offset());
        }
    }

    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of("mieux.shoe")).allTopicNames().get().get("mieux.shoe").partitions().stream()
                .map(p -> new TopicPartition("mieux.shoe", p.partition()))
                .toList();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Premises.environment().get("MIEUX_KAFKA")));
    }
}
