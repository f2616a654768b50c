package eu.mieux.knowledge.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The newest of the feed in memory, shared by all who follow it here: the database is asked once for all of them, and not at
 * all while nobody follows.
 */
@ApplicationScoped
class Tail {

    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int PAGE = 500;
    private static final int KEPT = 4 * PAGE;

    /** All entries after a position. */
    private record Window(long since, List<FeedEntry> entries) {
        long last() {
            return entries.isEmpty() ? since : entries.getLast().position();
        }

        /** Those after a position; followers are mostly near the end. */
        List<FeedEntry> after(long position) {
            int first = entries.size();
            while (first > 0 && entries.get(first - 1).position() > position) {
                first--;
            }
            return entries.subList(first, Math.min(entries.size(), first + PAGE));
        }

        Window and(List<FeedEntry> newer) {
            List<FeedEntry> all = new ArrayList<>(entries);
            all.addAll(newer);
            int dropped = Math.max(0, all.size() - KEPT);
            long from = dropped == 0 ? since : all.get(dropped - 1).position();
            return new Window(from, List.copyOf(all.subList(dropped, all.size())));
        }
    }

    private final Feed feed;
    private final Object turn = new Object();
    private Window window = new Window(0, List.of());
    private int followers;
    /** Counts how often following began after nobody did: the thread of an earlier time has no more to do. */
    private int round;

    private volatile boolean stopping;

    Tail(Feed feed) {
        this.feed = feed;
    }

    /** From now on until {@link #leave}, somebody follows. */
    void join() {
        synchronized (turn) {
            if (followers == 0) {
                window = new Window(feed.ends().last(), List.of());
                int mine = ++round;
                Thread.ofVirtual().name("feed-tail").start(() -> poll(mine));
            }
            followers++;
        }
    }

    void leave() {
        synchronized (turn) {
            followers--;
        }
    }

    /** What came after a position, oldest first; only some of it where there is much. */
    List<FeedEntry> after(long position) {
        Window now;
        synchronized (turn) {
            now = window;
        }
        if (position < now.since()) {
            return feed.after(position, PAGE);
        }
        return now.after(position);
    }

    /** Waits until there is something after a position, so long at most; or until this instance stops. */
    void await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (turn) {
            while (window.last() <= position && !stopping) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                turn.wait(left);
            }
        }
    }

    boolean isStopping() {
        return stopping;
    }

    /** Before the open calls are waited for, of which some would never end. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        synchronized (turn) {
            turn.notifyAll();
        }
    }

    private void poll(int mine) {
        try {
            while (!stopping) {
                long last;
                synchronized (turn) {
                    if (followers == 0 || mine != round) {
                        return;
                    }
                    last = window.last();
                }
                Thread.sleep(read(last) ? POLL : PAUSE_AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean read(long last) {
        try {
            List<FeedEntry> newer = feed.after(last, PAGE);
            if (!newer.isEmpty()) {
                synchronized (turn) {
                    if (window.last() == last) {
                        window = window.and(newer);
                    }
                    turn.notifyAll();
                }
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Those who follow the feed wait: %s", e.getMessage());
            return false;
        } catch (Error e) {
            // A thread that dies silently would leave followers who hear that it lives, and nothing else any more.
            LOG.error("The feed stumbled, and goes on", e);
            return false;
        }
    }
}
