package eu.mieux.knowledge.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Renaming;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Live updates: what happens in the whole suite, as it happens, to each what she may see. */
@Path("/api/v1/events")
@Authenticated
@Tag(name = "Live updates", description = "What happens, as it happens")
public class EventResource {

    private static final Logger LOG = Logger.getLogger(EventResource.class);

    private static final String EXAMPLE = """
            {"specversion":"1.0","id":"019361a0-7a10-7d41-8c55-2f6b1f0c9a17","source":"/pre-implementation",
             "type":"eu.mieux.request-submitted","subject":"019361a0-7a0f-7b52-9d5a-0e2a0d7d4a11",
             "time":"2026-03-02T09:30:00.123456Z","sequence":"2",
             "dataref":"/api/v1/requests/019361a0-7a0f-7b52-9d5a-0e2a0d7d4a11"}""";

    private static final String GONE = """
            {"type":"urn:mieux:problem:no-longer-kept","title":"No longer kept","status":410,
             "detail":"What came after this Last-Event-ID is no longer kept. Read the records that you follow anew, and start without it.",
             "instance":"/api/v1/events","errors":[]}""";

    private final Feed feed;
    private final Tail tail;
    private final Streams streams;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;
    private final Duration heartbeat;
    private final Renaming renaming;

    EventResource(
            Feed feed,
            Tail tail,
            Streams streams,
            Caller caller,
            Clock clock,
            ObjectMapper json,
            Renaming renaming,
            @ConfigProperty(name = "mieux.feed.heartbeat") Duration heartbeat) {
        this.json = json;
        this.heartbeat = heartbeat;
        this.renaming = renaming;
        this.feed = feed;
        this.tail = tail;
        this.streams = streams;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followEvents",
            summary = "Follow what happens",
            description =
                    "Server-Sent Events, each a CloudEvent in JSON: of every record that you may see, what happened to it and where"
                            + " to read it. The stream ends when your token does, or the server stops: come again with the last id"
                            + " that you had as Last-Event-ID, and you miss nothing. Lines that begin with a colon say that the"
                            + " connection lives, every 15 seconds; the ids between them count too. Events of one record come in their"
                            + " order; an event may come again after a failure, with the same id in its data.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = CloudEvent.class),
                            examples =
                                    @ExampleObject(name = "event", summary = "The data of one event", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is not an id of this stream")
    @APIResponse(
            responseCode = "410",
            description =
                    "What came after Last-Event-ID is no longer kept: read the records anew, and follow without it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "Problem"),
                            examples = @ExampleObject(name = "no-longer-kept", value = GONE)))
    @APIResponse(responseCode = "422", description = "A type of which there can be no event")
    @APIResponse(responseCode = "429", description = "You follow as many streams as one caller may")
    public void follow(
            @Parameter(
                            description =
                                    "Only events of this type, as eu.mieux.request-submitted, or of this kind of record, as"
                                            + " eu.mieux.request-*; may be given several times")
                    @QueryParam("type")
                    List<String> types,
            @Parameter(description = "Only events of the record with this id") @QueryParam("subject") @Nullable
                    UUID subject,
            @Parameter(
                            description =
                                    "The id of the last event that you had; 0 for all that is kept, which is that of the last 30"
                                            + " days. Without it the stream begins with what happens next")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context Request call)
            throws InterruptedException {
        Following.Wish wish = new Following.Wish(
                caller.listener(),
                EventTypes.of("/type", types),
                subject,
                caller.tokenExpiry().orElse(Instant.MAX));
        String who = caller.subject();
        streams.open(who);
        try {
            long start = start(lastEventId);
            if (call.getMethod().equals(HttpMethod.HEAD)) {
                // Nothing after the head goes over the wire: a stream that went on would keep the connection, and
                // whoever asks
                // next on it would never be answered.
                sink.close();
                streams.close(who);
                return;
            }
            Following following = new Following(tail, clock, new Stream(sink, sse, json), heartbeat, renaming::today);
            following.begins(start);
            Thread.ofVirtual().name("follower").start(() -> follow(following, start, wish, sink, who));
        } catch (InterruptedException | RuntimeException e) {
            streams.close(who);
            throw e;
        }
    }

    private void follow(Following following, long start, Following.Wish wish, SseEventSink sink, String who) {
        try (sink) {
            tail.join();
            try {
                following.goesOn(start, wish);
            } finally {
                tail.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("A stream of events ends: %s", e.getMessage());
        } finally {
            streams.close(who);
        }
    }

    private long start(@Nullable String lastEventId) {
        Feed.Ends ends = feed.ends();
        if (lastEventId == null || lastEventId.isBlank()) {
            return ends.last();
        }
        if (!lastEventId.matches("\\d{1,18}")) {
            throw new NotAnEventId();
        }
        long last = Long.parseLong(lastEventId);
        if (last > ends.last() || (last > 0 && last < ends.first() - 1)) {
            throw new NoLongerKept();
        }
        return last;
    }

    /** The open answer of a call. */
    private record Stream(SseEventSink sink, Sse sse, ObjectMapper json) implements Following.Outlet {

        /** Who takes so long to take what is sent has gone, or may resume when she has time. */
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private static final Duration RECONNECT = Duration.ofSeconds(2);

        @Override
        public boolean isClosed() {
            return sink.isClosed();
        }

        @Override
        public void tell(FeedEntry entry) throws Following.Left, InterruptedException {
            try {
                // As text: Quarkus would put a line about the media type before it that no browser knows.
                send(sse.newEventBuilder().data(json.writeValueAsString(entry.event())), entry.position());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A CloudEvent is JSON.", e);
            }
        }

        @Override
        public void mention(long position, String words) throws Following.Left, InterruptedException {
            send(sse.newEventBuilder().comment(words).reconnectDelay(RECONNECT.toMillis()), position);
        }

        private void send(OutboundSseEvent.Builder event, long position) throws Following.Left, InterruptedException {
            try {
                sink.send(event.id(Long.toString(position)).build())
                        .toCompletableFuture()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException | IllegalStateException e) {
                throw new Following.Left(e);
            }
        }
    }

    static final class NotAnEventId extends Refusal {
        NotAnEventId() {
            super(Kind.MALFORMED, "Last-Event-ID is not an id that this stream gave out; start without it.");
        }
    }

    static final class NoLongerKept extends Refusal {
        NoLongerKept() {
            super(
                    Kind.GONE,
                    "What came after this Last-Event-ID is no longer kept. Read the records that you follow anew, and start without it.");
        }
    }
}
