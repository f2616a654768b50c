package eu.mieux.preimplementation.notification;

import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.clock.Hold;
import eu.mieux.preimplementation.request.FollowingRequests.Awaited;
import eu.mieux.preimplementation.request.RequestStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told beside what kind of matter it is. */
sealed interface Details {

    /** The key of its sentence: of some kinds there are several, and one fits. */
    default String sentence(NotificationKind kind) {
        return kind.name();
    }

    /** What stands in its sentence. */
    default List<String> values(Wording words) {
        return List.of();
    }

    /** By when, where there is a day. */
    default @Nullable LocalDate until() {
        return null;
    }

    /** The kind says all. */
    record Nothing() implements Details {}

    /** How a decision is told depends on what it was. */
    record Decided(RequestStatus status) implements Details {
        @Override
        public String sentence(NotificationKind kind) {
            return status.name();
        }
    }

    /**
     * Her opinion is awaited.
     *
     * @param hers institutions for which it is
     * @param again whether she was asked before
     */
    record Asked(List<Awaited> hers, boolean again) implements Details {
        @Override
        public String sentence(NotificationKind kind) {
            return again ? "OPINION_REMINDED" : kind.name();
        }

        @Override
        public List<String> values(Wording words) {
            return List.of(hers.stream().map(Awaited::institution).collect(Collectors.joining(", ")));
        }

        @Override
        public @Nullable LocalDate until() {
            return Occasion.until(hers).orElse(null);
        }
    }

    /** It was put on hold, which may be over by now. */
    record Held(@Nullable Hold hold) implements Details {
        @Override
        public String sentence(NotificationKind kind) {
            return hold == null ? "REQUEST_WAS_ON_HOLD" : kind.name();
        }

        @Override
        public List<String> values(Wording words) {
            return hold == null
                    ? List.of()
                    : List.of(words.turn(hold.waitingFor()), Objects.requireNonNullElse(hold.reason(), ""));
        }
    }

    /** The three months may not be kept. */
    record Due(FastResponseClock clock) implements Details {
        @Override
        public List<String> values(Wording words) {
            return List.of(clock.turn().stream().map(words::turn).collect(Collectors.joining(", ")));
        }

        @Override
        public @Nullable LocalDate until() {
            return clock.dueOn();
        }
    }

    /**
     * Something was said about a fiche. What, is not told: mails go through many hands.
     *
     * @param section what it is called in her language
     */
    record Said(String section, String actionName, boolean resolved) implements Details {
        @Override
        public String sentence(NotificationKind kind) {
            return resolved ? "COMMENT_RESOLVED" : kind.name();
        }

        @Override
        public List<String> values(Wording words) {
            return List.of(section, actionName);
        }
    }

    /**
     * They meet.
     *
     * @param again whether she was told of another time or place before
     */
    record Convened(@Nullable String place, boolean again) implements Details {
        @Override
        public String sentence(NotificationKind kind) {
            return again ? "MEETING_MOVED" : kind.name();
        }

        @Override
        public List<String> values(Wording words) {
            return List.of(place == null ? "" : words.get("place", place));
        }
    }
}
