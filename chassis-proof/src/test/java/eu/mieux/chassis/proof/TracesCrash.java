package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.proof.Collector.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One trace leads from the request through the event and Kafka to the row that is read. */
class TracesCrash {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    private final Books books = Premises.books();

    @Test
    void the_request_the_event_and_the_row_that_is_read_are_of_one_trace() throws IOException {
        try (Collector collector = new Collector();
                ShopProcess shop =
                        ShopProcess.start(Map.of("MIEUX_INSTANCE", "1", "MIEUX_OTLP_ENDPOINT", collector.url()))) {
            UUID shoe = shop.add(UUID.randomUUID().toString(), 3, "00-%s-%s-01".formatted(TRACE, CALLER));
            books.assertSettled();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> collector.of(TRACE).stream()
                            .anyMatch(span -> span.name().equals("apply mieux.shoe")));
            List<Span> spans = collector.of(TRACE);
            Span request = only(spans, "POST /api/v1/shoes");
            assertThat(request.parent()).isEqualTo(CALLER);
            assertThat(only(spans, "apply mieux.shoe").parent()).isEqualTo(request.id());
            assertThat(books.rows("select traceparent from event_log where aggregate_id = ?", shoe))
                    .containsExactly("00-%s-%s-01".formatted(TRACE, request.id()));
        }
    }

    private static Span only(List<Span> spans, String name) {
        List<Span> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as("%s among %s", name, spans).hasSize(1);
        return found.getFirst();
    }
}
