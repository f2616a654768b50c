package eu.mieux.chassis.eventlog;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The trace that a request belongs to (W3C Trace Context), so that its events carry it on. */
@RequestScoped
public class TraceParent {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private @Nullable String value;

    /** Of the request that is being answered, if it belongs to one; where traces are kept, of its span in this service. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-%s-%s-%s"
                    .formatted(
                            span.getTraceId(),
                            span.getSpanId(),
                            span.getTraceFlags().asHex());
        }
        return Arc.container().requestContext().isActive()
                ? Arc.container().instance(TraceParent.class).get().value()
                : null;
    }

    @Nullable
    String value() {
        return value;
    }

    void take(@Nullable String header) {
        value = header != null && FORM.matcher(header).matches() ? header : null;
        InLog.put(value);
    }

    /** Lines of the log say which trace they are of, as OpenTelemetry would have it. */
    public static final class InLog {

        private static final String TRACE = "traceId";
        private static final int BEGIN = 3;
        private static final int END = 35;

        private InLog() {}

        /** For what this thread, or request, logs from now on. */
        public static void put(@Nullable String traceparent) {
            if (traceparent == null || !FORM.matcher(traceparent).matches()) {
                MDC.remove(TRACE);
            } else {
                MDC.put(TRACE, traceparent.substring(BEGIN, END));
            }
        }
    }

    /** Takes the header of each request. */
    static class Filter {
        private final TraceParent trace;

        Filter(TraceParent trace) {
            this.trace = trace;
        }

        @ServerRequestFilter
        public void take(ContainerRequestContext request) {
            trace.take(request.getHeaderString("traceparent"));
        }
    }
}
