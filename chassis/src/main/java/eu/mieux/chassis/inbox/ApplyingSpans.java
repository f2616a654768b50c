package eu.mieux.chassis.inbox;

import eu.mieux.chassis.kafka.Topics;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each event that is applied is a part of the trace of the request that brought it about. Those that are applied together take equally
 * long.
 */
@Singleton
class ApplyingSpans {

    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> attributes) {
            return attributes.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> attributes, String name) {
            return attributes == null ? null : attributes.get(name);
        }
    };

    private final Tracer tracer;

    ApplyingSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    List<Span> begin(List<ReceivedEvent> events) {
        return events.stream()
                .filter(event -> event.attributes().containsKey("traceparent"))
                .map(this::begin)
                .toList();
    }

    private Span begin(ReceivedEvent event) {
        Context cause = W3CTraceContextPropagator.getInstance().extract(Context.root(), event.attributes(), HEADERS);
        return tracer.spanBuilder("apply " + Topics.of(event.aggregateType()))
                .setParent(cause)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", Topics.of(event.aggregateType()))
                .startSpan();
    }
}
