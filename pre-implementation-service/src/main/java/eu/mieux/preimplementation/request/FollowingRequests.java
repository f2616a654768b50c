package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests as those see them who tell people of them, in whosever sight they are: to whom they may tell it is theirs to look after. */
@ApplicationScoped
public class FollowingRequests {

    private final Requests requests;
    private final FacilityCalendar calendar;

    FollowingRequests(Requests requests, FacilityCalendar calendar) {
        this.requests = requests;
        this.calendar = calendar;
    }

    /**
     * Where a request stands.
     *
     * @param name how people call it
     * @param round of the review; 0 when nobody has been asked yet
     * @param awaited whose opinion is waited for today
     */
    public record Followed(
            UUID id, String name, String title, RequestStatus status, int round, List<Awaited> awaited) {}

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
        return new Followed(
                request.id(), request.name(), request.draft().title(), request.status(), review.round(), awaited);
    }

    private static Awaited awaited(String institution, Voice voice) {
        return new Awaited(institution, voice.delegatedTo(), voice.until(), voice.remindedOn());
    }
}
