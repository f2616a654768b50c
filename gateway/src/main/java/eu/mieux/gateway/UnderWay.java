package eu.mieux.gateway;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests that are not answered yet, so that the gateway can wait for them before it stops. Quarkus counts them too, but
 * never ends counting those whose answers broke off, and would wait for them to the last.
 */
final class UnderWay {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int requests;
    private boolean over;

    /** @return false when it comes too late: nobody waits for it, and it must not be begun */
    boolean begin() {
        lock.lock();
        try {
            if (!over) {
                requests++;
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            requests--;
            if (requests == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What has begun comes to its end, and nothing else begins. */
    void takeNoMore() {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
        }
    }

    boolean takesNoMore() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there are none, but no longer than that.
     *
     * @return how many there are still
     */
    int awaitNone(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (requests > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
            return requests;
        } finally {
            lock.unlock();
        }
    }
}
