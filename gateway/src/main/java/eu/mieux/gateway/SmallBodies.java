package eu.mieux.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the whole of a small body before a service is asked, so that clients that send byte by byte keep no service from
 * answering others. Larger ones pass as streams, and take their turns among themselves.
 */
final class SmallBodies {

    private static final long SMALL = 16 * 1024;

    /** All together, so that a small heap is enough however many send. */
    private static final long MOST_HELD = 16 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong held = new AtomicLong();

    static boolean isSmall(long length) {
        return length > 0 && length <= SMALL;
    }

    /** Fails with {@link Refused} when it does not come in time, or when too much is held already; not at all when the client leaves. */
    Future<Body> receive(HttpServerRequest request) {
        Promise<Body> whole = Promise.promise();
        Body body = new Body();
        Vertx vertx = Vertx.currentContext().owner();
        long timer =
                vertx.setTimer(PATIENCE.toMillis(), late -> whole.tryFail(new Refused(Problem.slowBody(PATIENCE))));
        request.exceptionHandler(left -> whole.tryFail(left));
        request.handler(chunk -> {
            if (!body.add(chunk)) {
                whole.tryFail(new Refused(Problem.busy()));
            }
        });
        request.endHandler(end -> whole.tryComplete(body));
        request.resume();
        return whole.future().onComplete(over -> {
            vertx.cancelTimer(timer);
            if (over.failed()) {
                body.release();
            }
        });
    }

    /** A body that has come; held until it is released. */
    final class Body {

        private @Nullable Buffer content = Buffer.buffer();
        private long size;

        private boolean add(Buffer chunk) {
            if (content == null) {
                return true;
            }
            size += chunk.length();
            content.appendBuffer(chunk);
            return held.addAndGet(chunk.length()) <= MOST_HELD;
        }

        Buffer content() {
            return content == null ? Buffer.buffer() : content;
        }

        /** May be told more than once. */
        void release() {
            if (content != null) {
                content = null;
                held.addAndGet(-size);
            }
        }
    }
}
