package eu.mieux.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A stream that may end before its source does. */
final class EndableStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private boolean over;
    private @Nullable Handler<Void> onEnd;

    EndableStream(ReadStream<Buffer> source) {
        this.source = source;
    }

    /** @return false when it was over already */
    boolean end() {
        boolean first = !over;
        over = true;
        if (first && onEnd != null) {
            onEnd.handle(null);
        }
        return first;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : chunk -> {
                            if (!over) {
                                handler.handle(chunk);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        onEnd = handler;
        source.endHandler(handler == null ? null : end -> end());
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
