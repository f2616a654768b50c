package eu.mieux.preimplementation.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client sees it.
 *
 * @param reference {@code YYYY-NN}, from submission on
 * @param authorities keys, the lead first
 * @param reviewUntil until when the steering institutions have time for their opinions
 * @param actionName the Action's name, from approval on
 * @param opinions of the steering institutions; until there is a decision only for those who prepare it
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
        @Nullable LocalDate reviewUntil,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionNote,
        List<String> conditions,
        @Nullable String actionName,

        @Schema(description = "Until there is a decision, not for partners and delegations")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<OpinionView> opinions,

        @Nullable String provenance) {

    /** An opinion and whose it is. */
    @Schema(name = "Opinion")
    record OpinionView(
            String institution,
            Opinion.Verdict opinion,
            @Nullable String comment,
            String givenBy,
            Instant givenAt) {}

    /** @param opinionsShown whether the viewer may see what the steering institutions think of it */
    static RequestView of(Request request, boolean opinionsShown) {
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
                request.reviewUntil(),
                state.decidedOn(),
                request.decision().map(Decision::note).orElse(null),
                request.decision().map(Decision::conditions).orElse(List.of()),
                state.actionName(),
                opinionsShown ? opinions(request) : null,
                state.provenance());
    }

    private static List<OpinionView> opinions(Request request) {
        if (request.status() == RequestStatus.DRAFT || request.status() == RequestStatus.SUBMITTED) {
            // Nobody is asked before the review; who submits holds the counter of references, and should not look.
            return List.of();
        }
        return request.opinions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new OpinionView(
                        e.getKey(),
                        e.getValue().verdict(),
                        e.getValue().comment(),
                        e.getValue().givenBy(),
                        e.getValue().givenAt()))
                .toList();
    }
}
