package eu.mieux.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: it has so much time for the head of a request, from its first byte (of the first request: from the
 * connection on), however many bytes it sends in between. All that concerns it happens on its event loop.
 */
final class Guest extends ChannelInboundHandlerAdapter {

    static final AttributeKey<Guest> KEY = AttributeKey.valueOf(Guest.class, "guest");

    private static final long PATIENCE_WITH_THE_REFUSED_MILLISECONDS = 1_000;

    /**
     * What is the same for all of them. The answers are made once: thousands may have to be sent at the same moment.
     *
     * @param head until the head of a request must be complete
     * @param underWay where requests are counted that are answered, until what was said has left
     * @param sentElsewhere where connections are counted that came too late, or whose request did, until they are closed
     * @param slow the answer to a head that was not
     * @param tooMany the answer to those over the limit
     */
    record House(Duration head, UnderWay underWay, UnderWay sentElsewhere, ByteBuf slow, ByteBuf tooMany) {

        House(Duration head, UnderWay underWay, UnderWay sentElsewhere) {
            this(head, underWay, sentElsewhere, wired(Problem.slowHead(head)), wired(Problem.tooManyConnections()));
        }

        private static ByteBuf wired(Problem problem) {
            return Unpooled.unreleasableBuffer(Unpooled.copiedBuffer(problem.message(), StandardCharsets.UTF_8));
        }
    }

    private final House house;
    private final boolean refused;
    private final Runnable whenGone;
    private int requests;
    /** Begun and not answered, or what was said has not left yet. With pipelining, one may begin before the end of another is told. */
    private int underWay;

    private @Nullable HttpServerResponse answering;
    private boolean tooLate;
    private boolean last;
    private boolean heard;
    private boolean counted = true;
    private boolean dismissed;
    private @Nullable Future<?> timer;

    Guest(House house, boolean refused, Runnable whenGone) {
        this.house = house;
        this.refused = refused;
        this.whenGone = whenGone;
        if (house.underWay.takesNoMore()) {
            beTooLate();
        }
    }

    /** The head of a request is complete. */
    static void asks(HttpServerRequest request) {
        Guest guest = channel(request).attr(KEY).get();
        if (guest != null
                && !request.response().equals(guest.answering)
                && !request.response().ended()) {
            guest.answering = request.response();
            guest.begin();
        }
        whenAnswered(request, () -> {});
    }

    private void begin() {
        requests++;
        stopWaiting();
        if (house.underWay.begin()) {
            underWay++;
        } else {
            beTooLate();
        }
    }

    private void beTooLate() {
        if (!tooLate) {
            tooLate = true;
            var ignored = house.sentElsewhere.begin();
        }
    }

    /** Nobody waits any more for what begins now. */
    static boolean comesTooLate(HttpServerRequest request) {
        Guest guest = channel(request).attr(KEY).get();
        return guest != null && guest.tooLate;
    }

    /** Sent without waiting for the answers before it, of which one was said to be the last. */
    static boolean comesAfterTheLast(HttpServerRequest request) {
        Guest guest = channel(request).attr(KEY).get();
        return guest != null && guest.last;
    }

    /** The end of an answer has one listener, and the guest must be it. */
    static void whenAnswered(HttpServerRequest request, Runnable then) {
        Guest guest = channel(request).attr(KEY).get();
        request.response().endHandler(answered -> {
            if (guest != null) {
                guest.restWhenSent(request);
                guest.leaveAfterTheLast(request);
            }
            then.run();
        });
    }

    /** No other request is taken on this connection. */
    static void asksLast(HttpServerRequest request) {
        Guest guest = channel(request).attr(KEY).get();
        if (guest != null) {
            guest.last = true;
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private void leaveAfterTheLast(HttpServerRequest request) {
        if (last && !Lingering.bodyIsPending(request)) {
            request.connection().close();
        }
    }

    /** Sooner than Vert.x, which tells it a moment after the connection has ended. */
    static boolean hasLeft(HttpServerRequest request) {
        return request.response().closed() || !channel(request).isActive();
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    /** An answer that is complete has not left yet: what a slow reader has not taken would be lost if the gateway stopped. */
    private void restWhenSent(HttpServerRequest request) {
        if (request.response().equals(answering)) {
            answering = null;
        }
        ChannelHandlerContext own = channel(request).pipeline().context(this);
        if (own == null) {
            rest();
        } else {
            var ignored = own.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> rest());
        }
    }

    private void rest() {
        if (underWay > 0) {
            underWay--;
            house.underWay.end();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        Unreadable.watch(connection.pipeline());
        waitFor(connection, refused ? PATIENCE_WITH_THE_REFUSED_MILLISECONDS : house.head.toMillis());
        connection.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        if (refused) {
            // Answered only now: an answer before any question would be lost when the connection closes on unread
            // bytes.
            ReferenceCountUtil.release(bytes);
            tell(connection, house.tooMany);
            return;
        }
        if (dismissed) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        heard = true;
        int before = requests;
        connection.fireChannelRead(bytes);
        if (answering == null && requests == before && timer == null && !dismissed) {
            waitFor(connection, house.head.toMillis());
        }
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext connection) {
        stopWaiting();
        // Of an answer that was broken off, Vert.x does not say that it is over.
        while (underWay > 0) {
            rest();
        }
        if (counted) {
            counted = false;
            if (tooLate) {
                house.sentElsewhere.end();
            }
            whenGone.run();
        }
        connection.fireChannelUnregistered();
    }

    private void waitFor(ChannelHandlerContext connection, long milliseconds) {
        timer = connection.executor().schedule(() -> endOf(connection), milliseconds, TimeUnit.MILLISECONDS);
    }

    private void stopWaiting() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void endOf(ChannelHandlerContext connection) {
        if (heard && !dismissed) {
            tell(connection, house.slow);
        } else {
            var ignored = connection.close();
        }
    }

    /**
     * Answers what cannot be read as a request, unless another is still being answered. What comes after it is thrown away for a
     * while: closing on unread bytes would lose the answer.
     *
     * @return whether it was answered
     */
    boolean dismiss(ChannelHandlerContext connection, Problem why) {
        if (answering != null || dismissed) {
            return dismissed;
        }
        dismissed = true;
        stopWaiting();
        ByteBuf answer = Unpooled.copiedBuffer(why.message(), StandardCharsets.UTF_8);
        ChannelHandlerContext own = connection.pipeline().context(this);
        var ignored = own.writeAndFlush(answer).addListener((ChannelFuture told) -> endSending(told.channel()));
        waitFor(own, PATIENCE_WITH_THE_REFUSED_MILLISECONDS);
        return true;
    }

    private static void endSending(Channel channel) {
        if (channel instanceof DuplexChannel halves) {
            var ignored = halves.shutdownOutput();
        }
    }

    /** By hand: there is no request yet that could be answered. */
    private static void tell(ChannelHandlerContext connection, ByteBuf answer) {
        ChannelFuture told = connection.writeAndFlush(answer.duplicate());
        // Whether it arrives or not, the connection ends.
        var ignored = told.addListener(ChannelFutureListener.CLOSE);
    }
}
