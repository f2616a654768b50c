package eu.mieux.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Who may ask a service now: so many requests at once, the others in the order in which they came. A client that leaves while
 * it waits gives up its place, so that those who have left never make those wait who have stayed. For one event loop.
 */
final class Turns {

    private final int atOnce;
    private final int waiting;
    private final Duration patience;
    private final SequencedSet<Promise<Turn>> queue = new LinkedHashSet<>();
    private int taken;

    Turns(int atOnce, int waiting, Duration patience) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.patience = patience;
    }

    /** Fails when too many wait already, when the wait takes too long and when the client leaves. */
    Future<Turn> take(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return Future.failedFuture("the client has left");
        }
        if (taken < atOnce) {
            taken++;
            return Future.succeededFuture(new Turn());
        }
        if (queue.size() >= waiting) {
            return Future.failedFuture("too many wait");
        }
        Promise<Turn> turn = Promise.promise();
        queue.add(turn);
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setTimer(patience.toMillis(), late -> giveUp(turn, "none came free in time"));
        response.closeHandler(left -> giveUp(turn, "the client has left"));
        return turn.future().onComplete(over -> vertx.cancelTimer(timer));
    }

    private void giveUp(Promise<Turn> turn, String why) {
        if (queue.remove(turn)) {
            turn.fail(why);
        }
    }

    /** Whoever has one must end it. */
    final class Turn {

        private boolean over;

        /** May be told more than once. */
        void end() {
            if (over) {
                return;
            }
            over = true;
            if (queue.isEmpty()) {
                taken--;
            } else {
                queue.removeFirst().complete(new Turn());
            }
        }
    }
}
