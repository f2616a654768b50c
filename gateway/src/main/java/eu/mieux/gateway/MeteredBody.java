package eu.mieux.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body on its way through: counted, and cut off when it grows over the limit without having said so. */
final class MeteredBody implements ReadStream<Buffer> {

    /** The body went over its limit. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("body over its limit", null, false, false);
        }
    }

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable whenAllIsRead;
    private long bytes;
    private boolean cutOff;
    private @Nullable Handler<Throwable> onFailure;

    MeteredBody(HttpServerRequest request, long limit, Runnable whenAllIsRead) {
        this.request = request;
        this.limit = limit;
        this.whenAllIsRead = whenAllIsRead;
    }

    boolean isTooLarge() {
        return cutOff;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        request.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        bytes += chunk.length();
        if (bytes <= limit) {
            handler.handle(chunk);
        } else if (!cutOff) {
            cutOff = true;
            if (onFailure != null) {
                onFailure.handle(new TooLarge());
            }
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!cutOff) {
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
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
