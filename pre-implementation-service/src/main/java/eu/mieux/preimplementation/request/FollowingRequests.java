package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.clock.Hold;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests as those see them who tell people of them, in whosever sight they are: to whom they may tell it is theirs to look after. */
@ApplicationScoped
public class FollowingRequests {

    private final Requests requests;
    private final ReadingClocks clocks;
    private final FacilityCalendar calendar;

    FollowingRequests(Requests requests, ReadingClocks clocks, FacilityCalendar calendar) {
        this.requests = requests;
        this.clocks = clocks;
        this.calendar = calendar;
    }

    /**
     * Where a request stands.
     *
     * @param name how people call it
     * @param round of the review; 0 when nobody has been asked yet
     * @param until the last day that anybody has for an opinion in this round
     * @param awaited whose opinion is waited for today
     * @param asked in this round, without those that stepped back
     * @param recused those that did, for a conflict of interest
     * @param held why its clock stands still; null while it runs
     */
    public record Followed(
            UUID id,
            String name,
            String title,
            RequestStatus status,
            int round,
            @Nullable LocalDate until,
            List<Awaited> awaited,
            Set<String> asked,
            Set<String> recused,
            @Nullable Hold held) {}

    /** An institution whose opinion is waited for, or that of the one that may speak for it too. */
    public record Awaited(
            String institution,
            @Nullable String delegatedTo,
            LocalDate until,
            @Nullable LocalDate remindedOn) {}

    public Optional<Followed> find(UUID id) {
        return requests.findByIdOptional(id).map(this::followed);
    }

    private Followed followed(Request request) {
        Review review = request.review();
        List<Awaited> awaited = new ArrayList<>();
        if (request.status() == RequestStatus.UNDER_REVIEW) {
            Set<String> silent = review.awaited(calendar.today());
            review.asked().forEach((institution, voice) -> {
                if (silent.contains(institution)) {
                    awaited.add(awaited(institution, voice));
                }
            });
        }
        Set<String> recused = review.recused();
        Set<String> asked = new TreeSet<>(review.asked().keySet());
        asked.removeAll(recused);
        return new Followed(
                request.id(),
                request.name(),
                request.draft().title(),
                request.status(),
                review.round(),
                review.until().orElse(null),
                awaited,
                asked,
                recused,
                request.holds().values().stream()
                        .filter(hold -> hold.until() == null)
                        .findFirst()
                        .orElse(null));
    }

    /** How far it is from the promise of three months. */
    public Optional<FastResponseClock> clockOf(UUID id) {
        return requests.findByIdOptional(id).map(clocks::of);
    }

    private static Awaited awaited(String institution, Voice voice) {
        return new Awaited(institution, voice.delegatedTo(), voice.until(), voice.remindedOn());
    }
}
