package eu.mieux.preimplementation.action;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** When Actions were launched, or given up before they were, as implementation tells by event. */
@ApplicationScoped
public class Launches {

    private static final String LAUNCHED = """
            select max(launched_on) as launched_on, coalesce(bool_and(awaited), true) as awaited,
                max(given_up_on) as given_up_on
            from known_action where code = :reference""";

    /** It runs, or is done, or will never be: whether or not somebody wrote down when it was launched. */
    private static final Set<String> AWAITED_NO_MORE = Set.of("ONGOING", "COMPLETED", "CANCELLED");

    private final EntityManager entities;

    Launches(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What is known of the launch of an Action.
     *
     * @param on null as long as it was not launched, or where nobody knows when
     * @param isAwaited whether it may still come
     * @param givenUpOn when the Action was cancelled while its launch was waited for; null of one that was launched, and
     *     where nobody knows when
     */
    public record Launch(
            @Nullable LocalDate on,
            boolean isAwaited,
            @Nullable LocalDate givenUpOn) {}

    /** Of the Action with this reference, be there one or not. */
    public Launch of(String reference) {
        Object[] known = entities.unwrap(Session.class)
                .createNativeQuery(LAUNCHED, Object[].class)
                .addScalar("launched_on", LocalDate.class)
                .addScalar("awaited", Boolean.class)
                .addScalar("given_up_on", LocalDate.class)
                .setParameter("reference", reference)
                .getSingleResult();
        LocalDate on = (LocalDate) known[0];
        boolean isAwaited = on == null && (boolean) known[1];
        return new Launch(on, isAwaited, on == null && !isAwaited ? (LocalDate) known[2] : null);
    }

    /** By the state that an event of an Action tells. On hold it may have been launched or not: then it is waited for. */
    public static boolean isAwaited(JsonNode action) {
        return mayCome(action.path("status").asText(""));
    }

    /**
     * The day of the cancellation, as the state of an Action tells it, if its launch was waited for until then. Of one that ran
     * it was not, though nobody may know since when: that day stopped no clock.
     */
    static @Nullable String givenUpOn(JsonNode action) {
        String before = action.path("cancelledIn").textValue();
        return before != null && mayCome(before) ? action.path("cancelledOn").textValue() : null;
    }

    private static boolean mayCome(String status) {
        return !AWAITED_NO_MORE.contains(status);
    }
}
