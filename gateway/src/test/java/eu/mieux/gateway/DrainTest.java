package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A gateway that stops while callers keep coming: what took effect was answered, and what was not answered took none. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(DrainTest.Brief.class)
class DrainTest {

    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int CALLERS = 6;
    private static final int CALLERS_WITH_TWO = 1;
    private static final int LARGE_ANSWERS = 12;
    private static final String SLOW = "slow";

    public static final class Brief implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.shutdown.delay", DELAY.toString(), "gateway.shutdown.patience", PATIENCE.toString());
        }
    }

    @TestHTTPResource
    URL gateway;

    @Inject
    Vertx vertx;

    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> sentElsewhere = ConcurrentHashMap.newKeySet();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private volatile boolean gone;

    @Test
    void whoever_keeps_coming_is_answered_or_nothing_has_come_of_it() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                clients.add(callers.submit(() -> keepPosting(1)));
            }
            for (int i = 0; i < CALLERS_WITH_TWO; i++) {
                clients.add(callers.submit(() -> keepPosting(2)));
            }
            await().until(() -> answered.size() > 20);
            clients.add(callers.submit(() -> {
                readSlowly();
                return null;
            }));
            // The last that it asks for: all before is answered, and most of that not sent yet.
            await().until(() -> Behaviours.TAKEN.contains(SLOW));
            long asked = System.nanoTime();
            ShutdownRecorder.runShutdown();
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            stop();
            for (Future<?> one : clients) {
                one.get();
            }
            assertThat(took)
                    .as("no longer than what was under way took")
                    .isBetween(DELAY, DELAY.plus(PATIENCE).minusSeconds(1));
        }
        assertThat(answered).as("what took effect").containsAll(Behaviours.TAKEN);
        assertThat(sentElsewhere).isNotEmpty();
        assertThat(broken)
                .as("only who knocks in the moment in which the door is shut finds nobody there, each caller once")
                .hasSizeLessThanOrEqualTo(CALLERS + CALLERS_WITH_TWO);
    }

    /** As the process does when the drain is over: nothing is listened to, and all connections are cut, wherever they are. */
    private void stop() {
        for (String listener : vertx.deploymentIDs()) {
            vertx.undeploy(listener).toCompletionStage().toCompletableFuture().join();
        }
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            loop.submit(() -> {
                        List<Channel> open = new ArrayList<>();
                        ((SingleThreadEventLoop) loop)
                                .registeredChannelsIterator()
                                .forEachRemaining(open::add);
                        open.forEach(channel -> channel.unsafe().closeForcibly());
                    })
                    .syncUninterruptibly();
        }
        gone = true;
    }

    /** Again and again on a new connection, so many requests at once on each. */
    private void keepPosting(int together) {
        while (!gone) {
            List<String> ids = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < together; i++) {
                ids.add("draft-" + count.incrementAndGet());
                lines.add((i == 0 ? "" : "Host: gateway\r\nContent-Length: 0\r\n\r\n")
                        + "POST /api/v1/actions/takes-effect?%s HTTP/1.1".formatted(ids.get(i)));
            }
            lines.addAll(List.of("Host: gateway", "Content-Length: 0"));
            try {
                judge(ids, Raw.send(gateway, lines.toArray(String[]::new)));
            } catch (ConnectException closed) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } catch (IOException e) {
                broken.add(ids + " " + e);
            }
        }
    }

    private void judge(List<String> ids, String received) {
        String[] answers = received.split("(?=HTTP/1\\.1 )", -1);
        for (int i = 0; i < answers.length; i++) {
            if (answers[i].startsWith("HTTP/1.1 204")) {
                answered.add(ids.get(i));
            } else if (answers[i].matches("(?si)HTTP/1\\.1 503 .*connection: close.*about to stop.*")) {
                sentElsewhere.add(ids.get(i));
            } else {
                broken.add(ids.get(i) + " " + answers[i]);
            }
        }
    }

    /** Asks for more than the buffers on its way hold, and reads it when the gateway is long about to stop. */
    private void readSlowly() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 12);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            String large = "GET /openapi.json HTTP/1.1\r\nHost: gateway\r\n\r\n";
            String last =
                    "POST /api/v1/actions/takes-effect?%s HTTP/1.1\r\nHost: gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(SLOW);
            socket.getOutputStream().write((large.repeat(LARGE_ANSWERS) + last).getBytes(StandardCharsets.ISO_8859_1));
            LockSupport.parkNanos(DELAY.multipliedBy(4).toNanos());
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all.split("HTTP/1\\.1 200", -1)).hasSize(1 + LARGE_ANSWERS);
            judge(List.of(SLOW), all.substring(all.lastIndexOf("HTTP/1.1 ")));
        }
    }
}
