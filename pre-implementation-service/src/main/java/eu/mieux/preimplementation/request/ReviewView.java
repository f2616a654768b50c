package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.request.RequestView.OpinionView;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Round;
import eu.mieux.preimplementation.review.Voice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review as those see it who prepare the decision.
 *
 * @param awaited who has not spoken and still has time
 * @param against who is against it by now
 */
@Schema(name = "Review")
record ReviewView(List<RoundView> rounds, List<String> awaited, List<String> against) {

    /**
     * A round of the review.
     *
     * @param number from 1
     * @param openedByName what openedBy is called, by her token; null where nobody knows
     * @param reason why all were asked again; null in the first round
     */
    @Schema(name = "ReviewRound")
    record RoundView(
            int number,
            Round.Procedure procedure,
            LocalDate openedOn,
            String openedBy,
            @Nullable String openedByName,
            @Nullable String reason,
            List<VoiceView> voices) {}

    /**
     * One that was asked, and what came of it.
     *
     * @param institution a steering institution, or an EU Delegation: {@code EUD-CM} is the one to Cameroon
     * @param until the last day for its opinion
     * @param remindedOn when it was reminded; null when it was not
     * @param delegatedTo the institution that may speak for it too
     * @param recusalReason why it stepped back; null when it did not
     * @param opinions all that it said in this round, the last one last
     */
    @Schema(name = "ReviewVoice")
    record VoiceView(
            String institution,
            LocalDate until,
            @Nullable LocalDate remindedOn,
            @Nullable String delegatedTo,
            @Nullable String recusalReason,
            List<OpinionView> opinions) {}

    static ReviewView of(Review review, LocalDate today) {
        return new ReviewView(
                review.rounds().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(round -> round(review, round.getKey(), round.getValue()))
                        .toList(),
                List.copyOf(review.awaited(today)),
                List.copyOf(review.against()));
    }

    private static RoundView round(Review review, int number, Round round) {
        return new RoundView(
                number,
                round.procedure(),
                round.openedOn(),
                round.openedBy(),
                round.openedByName(),
                round.reason(),
                review.asked(number).entrySet().stream()
                        .map(voice -> voice(review, number, voice.getKey(), voice.getValue()))
                        .toList());
    }

    private static VoiceView voice(Review review, int round, String institution, Voice voice) {
        return new VoiceView(
                institution,
                voice.until(),
                voice.remindedOn(),
                voice.delegatedTo(),
                voice.recusalReason(),
                review.opinionsOf(institution).values().stream()
                        .filter(opinion -> opinion.round() == round)
                        .map(opinion -> OpinionView.of(institution, opinion))
                        .toList());
    }
}
