package eu.mieux.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How many connections there may be, in all and from one address. They are counted where they are accepted, before anything is
 * spent on them: a count that begins when a connection is set up lags behind a flood, which then takes all descriptors.
 */
@Sharable
final class Connections extends ChannelInboundHandlerAdapter {

    /** Of those that are over the limit of their address, so many at once are told so; the others are just closed. */
    private static final int TOLD_AT_ONCE = 64;

    private static final Duration PATIENCE_WITH_THOSE_SENT_ELSEWHERE = Duration.ofSeconds(1);

    private final Settings.Connections limits;
    private final Proxies proxies;
    private final Guest.House house;
    private final int most;
    private final UnderWay sentElsewhere = new UnderWay();
    private final Set<Channel> doors = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final AtomicInteger beingTold = new AtomicInteger();
    private final ConcurrentMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    Connections(Settings.Connections limits, Proxies proxies, UnderWay underWay) {
        this.house = new Guest.House(limits.head(), underWay, sentElsewhere);
        this.limits = limits;
        this.proxies = proxies;
        this.most = Math.min(limits.total(), descriptorsToSpare());
    }

    /** The process has more to open than its clients' connections: those to the services, its files. */
    private static int descriptorsToSpare() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long all = system.getMaxFileDescriptorCount();
            return (int) Math.min(Integer.MAX_VALUE, all - Math.min(2_048, all / 4));
        }
        return Integer.MAX_VALUE;
    }

    /** To be called when the server listens: neither Vert.x nor Quarkus lets anyone see a connection before it is set up. */
    void guard(Vertx vertx) {
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            loop.execute(() -> {
                Iterator<Channel> channels = ((SingleThreadEventLoop) loop).registeredChannelsIterator();
                while (channels.hasNext()) {
                    Channel channel = channels.next();
                    if (channel instanceof ServerChannel && channel.pipeline().get(Connections.class) == null) {
                        channel.pipeline().addFirst(this);
                        doors.add(channel);
                    }
                }
            });
        }
    }

    /**
     * Nobody else is let in. The listener of Vert.x knows of no such thing, and cuts all connections when it is closed; this is
     * its channel alone. Who has just been sent elsewhere is let hear it.
     */
    void shut() throws InterruptedException {
        for (Channel door : doors) {
            door.close().await();
        }
        sentElsewhere.awaitNone(PATIENCE_WITH_THOSE_SENT_ELSEWHERE);
    }

    @Override
    public void channelRead(ChannelHandlerContext listening, Object accepted) {
        Channel client = (Channel) accepted;
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            refused.increment();
            client.unsafe().closeForcibly();
            return;
        }
        InetAddress address = limited(client);
        boolean tooMany = address != null && byAddress.merge(address, 1, Integer::sum) > limits.perAddress();
        if (tooMany) {
            refused.increment();
        }
        if (tooMany && beingTold.incrementAndGet() > TOLD_AT_ONCE) {
            leave(address, true);
            client.unsafe().closeForcibly();
            return;
        }
        Guest guest = new Guest(house, tooMany, () -> leave(address, tooMany));
        client.attr(Guest.KEY).set(guest);
        client.pipeline().addFirst(guest);
        listening.fireChannelRead(accepted);
    }

    int open() {
        return open.get();
    }

    /** Ever since. */
    long refused() {
        return refused.sum();
    }

    private void leave(@Nullable InetAddress address, boolean tooMany) {
        open.decrementAndGet();
        if (address != null) {
            byAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
        }
        if (tooMany) {
            beingTold.decrementAndGet();
        }
    }

    /** Null for a proxy, which brings the connections of many. */
    private @Nullable InetAddress limited(Channel client) {
        if (!(client.remoteAddress() instanceof InetSocketAddress from) || proxies.trust(from.getAddress())) {
            return null;
        }
        return Proxies.networkOf(from.getAddress());
    }
}
