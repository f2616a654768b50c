package eu.mieux.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way through: counted, and cut off when it grows over the limit without having said so, or hardly
 * arrives.
 */
final class MeteredBody implements ReadStream<Buffer> {

    /** The body was cut off. */
    static final class CutOff extends RuntimeException {
        CutOff(Problem why) {
            super(why.detail(), null, false, false);
        }
    }

    /** In bytes. A client on a bad line sends as much in a second; one that only wants to keep its place does not. */
    private static final long LEAST_PROGRESS = 1024;

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable whenAllIsRead;
    private long bytes;
    private long bytesBefore;
    private boolean heldBack;
    private boolean waited;
    private boolean ended;
    private @Nullable Problem cutOff;
    private @Nullable Handler<Throwable> onFailure;

    MeteredBody(HttpServerRequest request, long limit, Runnable whenAllIsRead) {
        this.request = request;
        this.limit = limit;
        this.whenAllIsRead = whenAllIsRead;
    }

    /** Why it was cut off; null when it was not. */
    @Nullable
    Problem objection() {
        return cutOff;
    }

    /** Nothing more of it is passed on; without effect when all of it was. */
    void cutOff(Problem why) {
        if (ended || cutOff != null) {
            return;
        }
        cutOff = why;
        if (onFailure != null) {
            onFailure.handle(new CutOff(why));
        }
    }

    /**
     * To be asked again and again: cuts it off when hardly anything came since it was asked before, unless the service was not
     * ready to take it.
     */
    void expectProgress(Duration since) {
        if (!waited && bytes - bytesBefore < LEAST_PROGRESS) {
            cutOff(Problem.stalledBody(LEAST_PROGRESS, since));
        }
        bytesBefore = bytes;
        waited = heldBack;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        bytes += chunk.length();
        if (bytes > limit) {
            cutOff(Problem.bodyTooLarge(limit));
        } else if (cutOff == null) {
            handler.handle(chunk);
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (cutOff == null) {
                                ended = true;
                                whenAllIsRead.run();
                                handler.handle(null);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        // Before anything has come, it is the pipe that is being laid and not the service.
        heldBack = bytes > 0;
        waited |= heldBack;
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        heldBack = false;
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
