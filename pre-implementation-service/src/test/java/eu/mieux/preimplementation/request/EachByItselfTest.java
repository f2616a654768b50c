package eu.mieux.preimplementation.request;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EachByItselfTest {

    @Test
    void one_request_that_fails_keeps_no_other_waiting() {
        List<UUID> requests = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<UUID> done = new ArrayList<>();
        requests.forEach(request -> EachByItself.run("try", request, () -> {
            if (request.equals(requests.getFirst())) {
                throw new IllegalStateException("This one fails, as the test wants it.");
            }
            done.add(request);
        }));
        assertThat(done).containsExactly(requests.get(1), requests.get(2));
    }
}
