package eu.mieux.preimplementation.request;

import eu.mieux.chassis.history.HistoryEntry;
import eu.mieux.chassis.history.RecordHistory;
import eu.mieux.chassis.history.Share;
import eu.mieux.chassis.history.Told;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request's history, as far as it is the caller's: for whom the draft was absent, so is what became of it before it was handed in;
 * and who may not know that there are opinions, hears nothing of those who are asked for them.
 */
@ApplicationScoped
class TellingHistory {

    private static final Told TOLD = Told.of(
                    "request",
                    "reference",
                    "title",
                    "problem",
                    "support",
                    "authority_keys",
                    "countries",
                    "themes",
                    "languages",
                    "wished_start",
                    "status",
                    "submitted_on",
                    "decided_on",
                    "decision_note",
                    "action_name")
            .and("request_hold", "number", "held_on", "resumed_on", "waiting_for", "reason")
            .and("request_condition", "number", "text", "due_on", "status", "settled_on", "evidence")
            .and("attachment", "name", "media_type", "size", "sha256");

    private static final Told WITH_OPINIONS =
            TOLD.and("opinion", "institution", "number", "round", "opinion", "comment");

    private static final Told WITH_REVIEW = WITH_OPINIONS
            .and("voice", "round", "institution", "asked_until", "delegated_to", "recusal_reason")
            .and("review_round", "number", "procedure", "opened_on", "reason");

    private static final Set<String> OF_OPINIONS = Set.of(
            "request-opinion-given",
            "request-opinion-awaited",
            "request-review-closed",
            "request-opinion-delegated",
            "request-opinion-time-changed",
            "request-institution-recused");

    /** The first version that was no draft, or that one of these authorities asked by. */
    private static final String FIRST = """
            select coalesce(min(version), 1) from event_log
            where aggregate_type = 'request' and aggregate_id = :id
                and (payload ->> 'status' <> 'DRAFT'
                    or jsonb_exists_any(payload -> 'authorityKeys', cast(:authorities as text[])))""";

    private final Requests requests;
    private final RecordHistory history;
    private final EntityManager entities;
    private final Caller caller;

    TellingHistory(Requests requests, RecordHistory history, EntityManager entities, Caller caller) {
        this.requests = requests;
        this.history = history;
        this.entities = entities;
        this.caller = caller;
    }

    Page<HistoryEntry> page(Request request, @Nullable String cursor, int limit) {
        return history.page(
                request,
                told(request),
                new Share(
                        requests.showsDrafts(request) ? 1 : first(request.id()),
                        requests.showsOpinions(request) ? Set.of() : OF_OPINIONS),
                cursor,
                limit);
    }

    private Told told(Request request) {
        if (requests.showsReview(request)) {
            return WITH_REVIEW;
        }
        return requests.showsOpinions(request) ? WITH_OPINIONS : TOLD;
    }

    private long first(UUID request) {
        List<String> authorities = caller.has("partner") ? caller.claims("authority") : List.of();
        return ((Number) entities.createNativeQuery(FIRST)
                        .setParameter("id", request)
                        .setParameter("authorities", authorities.toArray(String[]::new))
                        .getSingleResult())
                .longValue();
    }
}
