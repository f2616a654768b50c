package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class LeavingClientsTest {

    private static final int LEAVING = 4;
    private static final int STAYING = 4;
    private static final int ANSWERS = 500;

    @TestHTTPResource
    URL gateway;

    @Test
    void clients_that_leave_before_they_are_answered_take_no_answer_from_those_that_stay() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> leaving = start(clients, LEAVING, () -> {
                int left = 0;
                while (!enough.get()) {
                    askAndLeave();
                    left++;
                }
                return left;
            });
            List<Future<List<String>>> staying = start(clients, STAYING, this::askAndStay);
            List<String> refusals = new ArrayList<>();
            try {
                for (Future<List<String>> one : staying) {
                    refusals.addAll(one.get());
                }
            } finally {
                enough.set(true);
            }
            assertThat(refusals).isEmpty();
            for (Future<Integer> one : leaving) {
                assertThat(one.get()).isPositive();
            }
        }
    }

    private static <T> List<Future<T>> start(ExecutorService clients, int count, Callable<T> client) {
        List<Future<T>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(clients.submit(client));
        }
        return started;
    }

    private void askAndLeave() throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write("POST /api/v1/actions HTTP/1.1\r\nHost: gateway\r\nContent-Length: 2\r\n\r\n{}"
                            .getBytes(StandardCharsets.ISO_8859_1));
            LockSupport.parkNanos(
                    ThreadLocalRandom.current().nextLong(Duration.ofMillis(3).toNanos()));
        }
    }

    private List<String> askAndStay() throws IOException, InterruptedException {
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            HttpResponse<String> answer = Client.HTTP.send(
                    Client.request(gateway, "/api/v1/actions")
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                refusals.add(answer.body());
            }
        }
        return refusals;
    }
}
