package eu.mieux.preimplementation.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References are gap-free and unique whatever happens: two instances, a crash, New Year where the facility is. */
class ReferencesCrash {

    private static final String MODULE = "pre-implementation-service";
    private static final String REQUESTS = "/api/v1/requests";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final RealSuite PREMISES = new RealSuite();

    @TempDir
    private static Path folder;

    private static Map<String, String> environment;
    private static ServiceProcess one;
    private static ServiceProcess other;

    @BeforeAll
    static void two_instances_of_the_service() throws IOException {
        environment = new HashMap<>(PREMISES.start());
        environment.put("MIEUX_CLOCK_AHEAD", folder.resolve("ahead").toString());
        putForward(Duration.ZERO);
        one = ServiceProcess.start(MODULE, instance("1"));
        other = ServiceProcess.start(MODULE, instance("2"));
        assertThat(one.postJson("/api/v1/authorities", """
                        {"name": "Ministry of Interior", "type": "CENTRAL_GOVERNMENT", "country": "KE"}""").statusCode()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        PREMISES.stop();
    }

    @Test
    void fifty_submit_at_two_instances_at_once() throws Exception {
        SortedSet<String> references = new TreeSet<>(submittedAtOnce(drafts(50)));
        assertThat(references).hasSize(50);
        assertGapFree(references);
    }

    @Test
    void over_new_year_in_brussels_each_year_has_its_own_numbers() throws Exception {
        ZonedDateTime newYear = ZonedDateTime.parse("2031-01-01T00:00:00+01:00[Europe/Brussels]");
        putForward(Duration.between(Instant.now(), newYear.toInstant().minusSeconds(60)));
        List<String> drafts = drafts(50);
        // UTC is still in the old year for another hour.
        putForward(Duration.between(Instant.now(), newYear.toInstant().minusSeconds(4)));
        List<String> references = submittedAtOnce(drafts.subList(0, 25));
        await().atMost(PATIENCE).until(() -> Instant.now().plus(ahead()).isAfter(newYear.toInstant()));
        references.addAll(submittedAtOnce(drafts.subList(25, 50)));
        assertThat(references).doesNotHaveDuplicates().hasSize(50);
        assertThat(references).contains("2030-01", "2031-01");
        assertGapFree(references);
        putForward(Duration.ZERO);
    }

    @Test
    void a_crash_in_the_middle_of_a_submission_leaves_no_gap() throws Exception {
        List<String> drafts = drafts(3);
        String before = submitted(one, drafts.get(0));
        try (ServiceProcess doomed = ServiceProcess.start(MODULE, instance("3"), "-Dmieux.failpoint=before-commit")) {
            assertThat(doomed.post(REQUESTS + "/" + drafts.get(1) + "/submission"))
                    .isEmpty();
            assertThat(doomed.awaitEnd()).isEqualTo(ServiceProcess.KILLED);
        }
        assertThat(JsonPath.from(one.get(REQUESTS + "/" + drafts.get(1)).body()).getString("status"))
                .isEqualTo("DRAFT");
        String after = submitted(other, drafts.get(2));
        assertThat(number(after)).isEqualTo(number(before) + 1);
        assertThat(number(submitted(one, drafts.get(1)))).isEqualTo(number(after) + 1);
    }

    private static Map<String, String> instance(String name) {
        Map<String, String> its = new HashMap<>(environment);
        its.put("MIEUX_INSTANCE", name);
        return its;
    }

    private static void putForward(Duration ahead) throws IOException {
        Path next = folder.resolve("next");
        Files.writeString(next, ahead.toString());
        Files.move(next, folder.resolve("ahead"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Duration ahead() throws IOException {
        return Duration.parse(Files.readString(folder.resolve("ahead")));
    }

    private static List<String> drafts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> one.postJson(REQUESTS, """
                        {"title": "Request %d", "problem": "Borders are long.", "support": "A curriculum.",
                         "authorities": ["ke-ministry-of-interior"], "countries": ["KE"],
                         "themes": ["BORDER_MANAGEMENT"]}""".formatted(i)))
                .map(answer -> JsonPath.from(answer.body()).getString("id"))
                .toList();
    }

    /** Half of them at each instance. */
    private static List<String> submittedAtOnce(List<String> drafts) throws Exception {
        List<Future<String>> submissions = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(drafts.size())) {
            for (int i = 0; i < drafts.size(); i++) {
                ServiceProcess at = i % 2 == 0 ? one : other;
                String draft = drafts.get(i);
                submissions.add(all.submit(() -> submitted(at, draft)));
            }
        }
        List<String> references = new ArrayList<>();
        for (Future<String> submission : submissions) {
            references.add(submission.get());
        }
        return references;
    }

    /** Its reference. On a machine that is busy elsewhere the service may ask to be called again. */
    private static String submitted(ServiceProcess at, String draft) {
        HttpResponse<String> answer = await().atMost(PATIENCE)
                .until(
                        () -> at.post(REQUESTS + "/" + draft + "/submission").orElseThrow(),
                        attempt -> attempt.statusCode() != 503);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonPath.from(answer.body()).getString("reference");
    }

    private static void assertGapFree(Iterable<String> references) {
        Map<String, TreeSet<Integer>> numbers = new TreeMap<>();
        references.forEach(reference ->
                numbers.computeIfAbsent(yearOf(reference), _ -> new TreeSet<>()).add(number(reference)));
        numbers.forEach((year, itsNumbers) ->
                assertThat(itsNumbers).as("numbers of " + year).hasSize(itsNumbers.last() - itsNumbers.first() + 1));
    }

    private static String yearOf(String reference) {
        return reference.substring(0, 4);
    }

    private static int number(String reference) {
        return Integer.parseInt(reference.substring(5));
    }
}
