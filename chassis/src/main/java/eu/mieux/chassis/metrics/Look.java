package eu.mieux.chassis.metrics;

import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the database says, asked when somebody measures and not again for some seconds, however many measure. A database that does
 * not answer is not asked again sooner either.
 */
public final class Look<T> {

    /** A question to the database. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(Look.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Question<T> question;
    private final T unknown;
    private @Nullable T answer;
    private long askedAt;

    /** @param unknown the answer while the database gives none */
    public Look(Question<T> question, T unknown) {
        this.question = question;
        this.unknown = unknown;
    }

    public synchronized T answer() {
        T known = answer;
        if (known != null && System.nanoTime() - askedAt < FRESH.toNanos()) {
            return known;
        }
        T told = ask();
        answer = told;
        askedAt = System.nanoTime();
        return told;
    }

    private T ask() {
        try {
            return question.ask();
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("Not measured: %s", e.getMessage());
            return unknown;
        }
    }
}
