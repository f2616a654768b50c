package eu.mieux.chassis.testing.nonsense;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.ApiDocument;
import eu.mieux.chassis.testing.Operation;
import eu.mieux.chassis.testing.Principals;
import eu.mieux.chassis.testing.Tokens;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the API document of the service under test and sends nonsense to every operation of it, for a while. No answer may be
 * a fault of the service's, and none may break the document. What is found is made smaller and printed for a shell.
 *
 * <p>{@code -Dmieux.nonsense.seconds=} for longer than usual, {@code -Dmieux.seed=} for calls of the same kinds in
 * the same order; what they act on is made anew by each run.
 */
public final class Nonsense {

    private static final Logger LOG = Logger.getLogger(Nonsense.class);
    private static final int MOST_FINDINGS = 10;
    private static final int REMEMBERED = 300;

    /** Of the attempt that is made: anew for each, so that what one finds does not change all that come after it. */
    private Random chance;

    private final Random seeds;
    private final Wire wire;
    private final ApiDocument document;
    private final Ground ground;
    private final Verdict verdict;

    /** Those who get past the rights, by operation. */
    private final Map<String, List<String>> admitted = new HashMap<>();

    private final Map<String, String> findings = new LinkedHashMap<>();

    private Nonsense(long seed, Wire wire, ApiDocument document) {
        this.seeds = new Random(seed);
        this.chance = seeds;
        this.wire = wire;
        this.document = document;
        this.ground = new Ground(document, Path.of("contract/examples"), wire);
        this.verdict = new Verdict(document);
    }

    /** @param claims where the callers' roles apply: regions, countries, authority, expert */
    public static void isAnsweredProperly(Map<String, List<String>> claims) throws InterruptedException {
        long seed = Long.getLong("mieux.seed", System.nanoTime());
        Duration time = Duration.ofSeconds(Long.getLong("mieux.nonsense.seconds", 12));
        long end = System.nanoTime() + time.toNanos();
        ApiDocument document = new ApiDocument(new JsonMapper()
                .readTree(RestAssured.given()
                        .noFilters()
                        .get("/q/openapi?format=json")
                        .asString()));
        try (Wire wire = new Wire(RestAssured.port, tokens(claims))) {
            assertThat(findings(seed, _ -> System.nanoTime() < end, wire, document))
                    .as("what nonsense finds, by -Dmieux.seed=%d", seed)
                    .isEmpty();
        }
        RestAssured.given().noFilters().get("/q/health/ready").then().statusCode(200);
    }

    /** @param goesOn told how many calls there were, whether there are more */
    static Collection<String> findings(long seed, IntPredicate goesOn, Wire wire, ApiDocument document)
            throws InterruptedException {
        Nonsense nonsense = new Nonsense(seed, wire, document);
        int calls = nonsense.talk(goesOn);
        LOG.infof("%d calls of nonsense, by the seed %d", calls, seed);
        assertThat(calls)
                .as("calls; fewer than one for each operation prove nothing")
                .isGreaterThan(
                        nonsense.findings.isEmpty() ? document.operations().size() : 0);
        return nonsense.findings.values();
    }

    private static Map<String, String> tokens(Map<String, List<String>> claims) {
        Map<String, String> tokens = new HashMap<>();
        for (String role : Principals.ALL) {
            if (!role.equals(Principals.NOBODY)) {
                Tokens token = Tokens.of(role).goodFor(Duration.ofHours(1)).claim("institution", "INTPA");
                claims.forEach((claim, values) -> {
                    if (claim.equals("regions") || claim.equals("countries")) {
                        token.claim(claim, values);
                    } else {
                        token.claim(claim, values.getFirst());
                    }
                });
                tokens.put(role, token.token());
            }
        }
        return tokens;
    }

    private int talk(IntPredicate goesOn) throws InterruptedException {
        List<Operation> operations = document.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/"))
                .toList();
        int calls = 0;
        while (goesOn.test(calls) && findings.size() < MOST_FINDINGS) {
            if (calls % REMEMBERED == 0) {
                ground.forget();
            }
            chance = new Random(seeds.nextLong());
            // Every operation in turn first, then as it comes.
            attempt(operations.get(calls < operations.size() ? calls : chance.nextInt(operations.size())));
            calls++;
        }
        return calls;
    }

    private void attempt(Operation operation) throws InterruptedException {
        Call sensible = ground.sensible(operation, role(operation), chance);
        List<UnaryOperator<Call>> mutations = new ArrayList<>();
        int most = chance.nextInt(4);
        for (int i = 0; i < most; i++) {
            mutations.add(Mutations.any(operation, sensible.body().length() > 0, chance));
        }
        String fault = fault(sensible, mutations);
        if (fault != null && !findings.containsKey(fault)) {
            findings.put(fault, smallest(sensible, mutations, fault));
            LOG.errorf("Nonsense found: %s", findings.get(fault));
        }
    }

    /** Whoever is let through most often; now and then somebody else. */
    private String role(Operation operation) throws InterruptedException {
        List<String> those = admitted.get(operation.id());
        if (those == null) {
            those = new ArrayList<>();
            Call call = ground.sensible(operation, Principals.NOBODY, chance).withBody("");
            for (String role : Principals.ALL) {
                try {
                    int status = wire.send(call.withRole(role)).status();
                    if (status != 401 && status != 403) {
                        those.add(role);
                    }
                } catch (Wire.NoReply e) {
                    those.add(role);
                }
            }
            admitted.put(operation.id(), those);
        }
        List<String> from = those.isEmpty() || chance.nextInt(20) == 0 ? Principals.ALL : those;
        return from.get(
                from.contains("manager") && chance.nextInt(3) > 0
                        ? from.indexOf("manager")
                        : chance.nextInt(from.size()));
    }

    private @Nullable String fault(Call sensible, List<UnaryOperator<Call>> mutations) throws InterruptedException {
        Call call = applied(sensible, mutations);
        try {
            return verdict.fault(call, wire.send(call));
        } catch (Wire.NoReply e) {
            return "%s %s: %s".formatted(call.method(), verdict.place(call), e.getMessage());
        }
    }

    private static Call applied(Call sensible, List<UnaryOperator<Call>> mutations) {
        Call call = sensible;
        for (UnaryOperator<Call> mutation : mutations) {
            call = mutation.apply(call);
        }
        return call;
    }

    /** Without what does not matter, as long as the fault stays the same. */
    private String smallest(Call sensible, List<UnaryOperator<Call>> mutations, String fault)
            throws InterruptedException {
        List<UnaryOperator<Call>> left = new ArrayList<>(mutations);
        for (UnaryOperator<Call> mutation : mutations) {
            List<UnaryOperator<Call>> fewer = new ArrayList<>(left);
            fewer.remove(mutation);
            if (fault.equals(fault(sensible, fewer))) {
                left = fewer;
            }
        }
        return "%s%n    %s".formatted(fault, applied(sensible, left).curl(wire.base()));
    }
}
