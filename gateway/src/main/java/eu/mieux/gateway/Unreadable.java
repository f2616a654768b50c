package eu.mieux.gateway;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a message that the HTTP decoder could not read. Vert.x would answer it with a bare status, and Quarkus
 * does not let its handler for that be set.
 */
@Sharable
final class Unreadable extends ChannelInboundHandlerAdapter {

    private static final Unreadable ANY = new Unreadable();

    private Unreadable() {}

    static void watch(ChannelPipeline pipeline) {
        ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
        if (decoder != null) {
            pipeline.addAfter(decoder.name(), null, ANY);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        Guest guest = connection.channel().attr(Guest.KEY).get();
        if (guest != null
                && message instanceof HttpRequest request
                && request.decoderResult().isFailure()
                && guest.dismiss(connection, objection(request.decoderResult().cause()))) {
            ReferenceCountUtil.release(message);
        } else {
            connection.fireChannelRead(message);
        }
    }

    private static Problem objection(@Nullable Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Objections.targetTooLong();
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Objections.headTooLarge();
        }
        return new Problem(
                400,
                "Bad request",
                "This is no request of HTTP/1.1: its first line, a header or the length of its body cannot be understood, or is"
                        + " told twice.");
    }
}
