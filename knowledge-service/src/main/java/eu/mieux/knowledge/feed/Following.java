package eu.mieux.knowledge.feed;

import eu.mieux.chassis.identity.Listener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One who follows the feed, from a position on, until she leaves, her token runs out or this instance stops. */
class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);

    /** So often it is looked whether she is still there: her place is kept for others as long. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How types of events end by which a record became part of another, or names that other now. */
    private static final String MERGED = "-merged";

    private final Tail tail;
    private final Clock clock;
    private final Outlet outlet;
    private final Duration heartbeat;
    private final UnaryOperator<Listener> today;
    /** When something was last said, by {@link System#nanoTime}. */
    private long said = System.nanoTime();

    /**
     * @param heartbeat so long at most nothing is said; often enough for proxies that close what is silent
     * @param today rights by the keys of today: what they name may be merged into another while she listens
     */
    Following(Tail tail, Clock clock, Outlet outlet, Duration heartbeat, UnaryOperator<Listener> today) {
        this.tail = tail;
        this.clock = clock;
        this.outlet = outlet;
        this.heartbeat = heartbeat;
        this.today = today;
    }

    /** Where it is told; each waits until what is told has left. */
    interface Outlet {

        boolean isClosed();

        void tell(FeedEntry entry) throws Left, InterruptedException;

        /**
         * Words that are no event. Their position lets a caller whom little concerns resume from here, not from the last event that
         * did.
         */
        void mention(long position, String words) throws Left, InterruptedException;
    }

    /** Nobody listens any more. */
    static final class Left extends Exception {
        Left(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * What is asked for.
     *
     * @param who with which rights
     * @param types of events
     * @param subject of one record alone, or of all
     * @param until when her token runs out
     */
    record Wish(Listener who, EventTypes types, @Nullable UUID subject, Instant until) {
        boolean includes(FeedEntry entry) {
            CloudEvent event = entry.event();
            return types.include(entry.kind(), event.type())
                    && (subject == null || subject.equals(event.subject()))
                    && who.hears(event.dataref(), entry.audience());
        }

        Wish as(Listener other) {
            return new Wish(other, types, subject, until);
        }
    }

    /** To be told before the call that began the stream returns: what is told at the same time comes in its way. */
    void begins(long start) throws InterruptedException {
        try {
            outlet.mention(start, "what happens from here on");
        } catch (Left e) {
            LOG.debugf("Somebody has left at once: %s", e.getMessage());
        }
    }

    void goesOn(long start, Wish asked) throws InterruptedException {
        long position = start;
        Wish wish = asked;
        try {
            while (!outlet.isClosed() && !tail.isStopping()) {
                Duration left = Duration.between(clock.instant(), wish.until());
                if (left.isNegative() || left.isZero()) {
                    return;
                }
                List<FeedEntry> next = tail.after(position);
                for (FeedEntry entry : next) {
                    if (entry.event().type().endsWith(MERGED)) {
                        wish = wish.as(today.apply(wish.who()));
                    }
                    if (wish.includes(entry)) {
                        outlet.tell(entry);
                        said = System.nanoTime();
                    }
                    position = entry.position();
                }
                // Also while much happens of which she hears nothing.
                if (silence().compareTo(heartbeat) >= 0) {
                    wish = wish.as(today.apply(wish.who()));
                    outlet.mention(position, "still here");
                    said = System.nanoTime();
                }
                if (next.isEmpty()) {
                    tail.await(position, Collections.min(List.of(left, heartbeat.minus(silence()), LOOK)));
                }
            }
        } catch (Left e) {
            LOG.debugf("Somebody has left: %s", e.getMessage());
        }
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - said);
    }
}
