package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.Course;
import eu.mieux.preimplementation.clock.Course.Turned;
import eu.mieux.preimplementation.clock.FastResponseClock.Step;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.clock.FicheProgress;
import eu.mieux.preimplementation.clock.FicheProgress.Endorsed;
import eu.mieux.preimplementation.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose turn it is with a request that is not on hold, and was on any day. */
@ApplicationScoped
class Turns {

    private final FicheProgress fiches;
    private final FacilityCalendar calendar;

    Turns(FicheProgress fiches, FacilityCalendar calendar) {
        this.fiches = fiches;
        this.calendar = calendar;
    }

    Course.Turns of(Request request, List<Turned> turned) {
        Review review = request.review();
        boolean toEndorse = turned.stream().anyMatch(turn -> turn.step() == Step.ENDORSEMENT);
        List<Endorsed> endorsements = toEndorse ? fiches.endorsements(request.id()) : List.of();
        return (day, step) -> on(day, step, review, endorsements);
    }

    private List<Turn> on(LocalDate day, @Nullable Step step, Review review, List<Endorsed> endorsements) {
        return switch (Objects.requireNonNullElse(step, Step.SCREENING)) {
            case SCREENING, FICHE, MOBILISATION -> List.of(Turn.OFFICER);
            case REVIEW -> inReview(review, day);
            case ENDORSEMENT -> FicheProgress.silentSides(endorsements, day);
        };
    }

    private List<Turn> inReview(Review review, LocalDate day) {
        int round = review.round(day);
        if (round == 0) {
            return List.of(Turn.OFFICER);
        }
        List<Turn> awaited = review.awaited(round, day, opinion -> calendar.dayOf(opinion.givenAt())).stream()
                .map(institution ->
                        institution.startsWith(Review.DELEGATION) ? Turn.EU_DELEGATION : Turn.STEERING_GROUP)
                .distinct()
                .sorted()
                .toList();
        return awaited.isEmpty() ? List.of(Turn.MANAGER) : awaited;
    }
}
