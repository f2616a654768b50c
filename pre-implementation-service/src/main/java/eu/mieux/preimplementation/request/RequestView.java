package eu.mieux.preimplementation.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.clock.Hold;
import eu.mieux.preimplementation.review.Condition;
import eu.mieux.preimplementation.review.Opinion;
import eu.mieux.preimplementation.review.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client sees it.
 *
 * @param reference {@code YYYY-NN}, from submission on
 * @param authorities keys, the lead first
 * @param holds each time that it was on hold, in their order
 * @param reviewUntil until when those who are asked have time for their opinions; of several days the last
 * @param decidedBy subject of who decided; null where nobody knows, as of what a portfolio brought in
 * @param decidedByName what she is called, by her token
 * @param actionName the Action's name, from approval on
 * @param conditions of its approval, in their order
 * @param opinions what each institution thinks by now; until there is a decision only for those who prepare it, and each EU
 *     Delegation's own for itself
 */
@Schema(name = "Request")
record RequestView(
        UUID id,
        long version,
        @Nullable String reference,
        RequestStatus status,
        String title,
        @Nullable String problem,
        @Nullable String support,
        List<String> authorities,
        List<String> countries,
        List<String> themes,
        List<String> languages,
        @Nullable LocalDate wishedStart,
        @Nullable LocalDate submittedOn,
        List<HoldView> holds,
        @Nullable LocalDate reviewUntil,

        @Schema(
                description = "What is asked of the institutions that the viewer speaks for; absent when nothing is",
                maxItems = 300)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<OwnVoice> yourVoices,

        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable String decisionNote,
        List<ConditionView> conditions,
        @Nullable String actionName,

        @Schema(description = "Until there is a decision, not for partners and delegations")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<OpinionView> opinions,

        @Nullable String provenance) {

    /**
     * What is asked of the viewer's own institution in the round that is under way, or was the last.
     *
     * @param until the last day for its opinion; of no meaning when it has stepped back
     * @param remindedOn when it was reminded of that day; null when it was not
     * @param recusalReason why it has stepped back, and is asked for nothing; null when it has not
     */
    @Schema(name = "OwnVoice")
    record OwnVoice(
            String institution,
            LocalDate until,
            @Nullable LocalDate remindedOn,
            @Nullable String recusalReason) {

        static OwnVoice of(String institution, Voice voice) {
            return new OwnVoice(institution, voice.until(), voice.remindedOn(), voice.recusalReason());
        }
    }

    /**
     * What an institution thinks, in words of its own; {@code EUD-CM} is the EU Delegation to Cameroon.
     *
     * @param givenBy subject of who spoke for it
     * @param givenByName what she is called, by her token; null where nobody knows
     */
    @Schema(name = "Opinion")
    record OpinionView(
            String institution,
            int round,
            Opinion.Verdict opinion,
            @Nullable String comment,
            String givenBy,
            @Nullable String givenByName,
            Instant givenAt) {

        static OpinionView of(String institution, Opinion opinion) {
            return new OpinionView(
                    institution,
                    opinion.round(),
                    opinion.verdict(),
                    opinion.comment(),
                    opinion.givenBy(),
                    opinion.givenByName(),
                    opinion.givenAt());
        }
    }

    /**
     * A condition and what became of it.
     *
     * @param number by which it is settled
     * @param settledBy subject of who said so
     * @param settledByName what she is called, by her token; null where nobody knows
     * @param evidence by what it is seen that it is met, or why it was waived
     */
    @Schema(name = "Condition")
    record ConditionView(
            int number,
            String text,
            @Nullable LocalDate dueOn,
            Condition.Status status,
            @Nullable LocalDate settledOn,
            @Nullable String settledBy,
            @Nullable String settledByName,
            @Nullable String evidence) {

        static ConditionView of(int number, Condition condition) {
            return new ConditionView(
                    number,
                    condition.text(),
                    condition.dueOn(),
                    condition.status(),
                    condition.settledOn(),
                    condition.settledBy(),
                    condition.settledByName(),
                    condition.evidence());
        }
    }

    /**
     * A time for which it was on hold.
     *
     * @param number by which it is corrected
     * @param until the day on which it went on; null as long as it is on hold
     * @param waitingFor whose turn it is meanwhile
     * @param reason what is waited for
     */
    @Schema(name = "Hold")
    record HoldView(
            int number,
            LocalDate since,
            @Nullable LocalDate until,
            Turn waitingFor,
            @Nullable String reason) {

        static HoldView of(int number, Hold hold) {
            return new HoldView(number, hold.since(), hold.until(), hold.waitingFor(), hold.reason());
        }
    }

    /**
     * @param opinions those that the viewer may see; null when she may not see that there are any
     * @param own the institutions that the viewer speaks for
     */
    static RequestView of(Request request, @Nullable List<OpinionView> opinions, Set<String> own) {
        Draft draft = request.draft();
        RequestState state = request.publicState();
        return new RequestView(
                request.id(),
                request.version(),
                state.reference(),
                request.status(),
                draft.title(),
                draft.problem(),
                draft.support(),
                draft.authorities(),
                draft.countries(),
                draft.themes(),
                draft.spoken(),
                draft.wishedStart(),
                request.submittedOn(),
                holds(request),
                asked(request) ? request.review().until().orElse(null) : null,
                voices(request, own),
                state.decidedOn(),
                request.decision().map(Decision::by).orElse(null),
                request.decision().map(Decision::byName).orElse(null),
                request.decision().map(Decision::note).orElse(null),
                asked(request) ? conditions(request) : List.of(),
                state.actionName(),
                opinions,
                state.provenance());
    }

    /** Nobody is asked before the review; who submits holds the counter of references, and should not look. */
    private static boolean asked(Request request) {
        return request.status() != RequestStatus.DRAFT && request.status() != RequestStatus.SUBMITTED;
    }

    private static @Nullable List<OwnVoice> voices(Request request, Set<String> own) {
        if (own.isEmpty() || !asked(request)) {
            return null;
        }
        List<OwnVoice> voices = request.review().asked().entrySet().stream()
                .filter(voice -> own.contains(voice.getKey()))
                .map(voice -> OwnVoice.of(voice.getKey(), voice.getValue()))
                .toList();
        return voices.isEmpty() ? null : voices;
    }

    private static List<HoldView> holds(Request request) {
        return request.holds().entrySet().stream()
                .map(hold -> HoldView.of(hold.getKey(), hold.getValue()))
                .toList();
    }

    private static List<ConditionView> conditions(Request request) {
        return request.conditions().entrySet().stream()
                .map(condition -> ConditionView.of(condition.getKey(), condition.getValue()))
                .toList();
    }

    /** What those institutions think that the viewer may hear. */
    static List<OpinionView> opinions(Request request, Predicate<String> shown) {
        if (!asked(request)) {
            return List.of();
        }
        return request.review().standing().entrySet().stream()
                .filter(opinion -> shown.test(opinion.getKey()))
                .map(opinion -> OpinionView.of(opinion.getKey(), opinion.getValue()))
                .toList();
    }
}
