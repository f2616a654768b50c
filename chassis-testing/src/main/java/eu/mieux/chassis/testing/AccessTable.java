package eu.mieux.chassis.testing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Operations.Operation;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, as a table that people read: {@code contract/access.csv} has a line for every operation and kind of
 * record, a column for every role, and in each cell {@code 401}, {@code 403}, {@code 404} or {@code ok} (allowed, whatever
 * else is wrong with the call); {@code 422} where the body, and not the path, names a record that is not for her. It is held
 * against the running service; an operation without its lines fails. Written by {@code -Dmieux.contract=update}, reviewed as
 * what it is: the facility's rights.
 */
public final class AccessTable {

    private static final Path FILE = Path.of("contract/access.csv");
    private static final String HEADER = "operation,record," + String.join(",", Principals.ALL);

    private static final int MOST_TRIED = 50;

    private final Principals principals;
    private final Map<String, Map<String, String>> records = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> bodies = new HashMap<>();
    private final Operations operations = Operations.ofTheService();

    /**
     * @param where the claims of all principals: {@code regions}, {@code countries}, {@code authority}, {@code expert}
     * @param file a portfolio file of this service, without {@code .csv}
     * @param service its name in {@code /api/v1/services}
     */
    public AccessTable(Map<String, List<String>> where, String file, String service) {
        this.principals = new Principals(where, operations.resources());
        String files = "/api/v1/portfolio/";
        record(files + "{file}", "any", files + file);
        String imports = files + "{file}/imports/{id}";
        record(imports, "own", imported(Tokens.of("client").claim("scope", "portfolio:write"), file));
        record(imports, "others", imported(Tokens.of("manager"), file));
        record(imports, "absent", files + file + "/imports/" + UUID.randomUUID());
        record("/api/v1/code-lists/{list}", "any", "/api/v1/code-lists/countries");
        record("/api/v1/code-lists/{list}", "absent", "/api/v1/code-lists/nothing");
        String services = "/api/v1/services/";
        record(services + "{service}", "any", services + service);
        String parked = services + service + "/parked-records";
        record(services + "{service}/parked-records/{id}", "any", parked + "/" + parked(parked));
        record(services + "{service}/parked-records/{id}", "absent", parked + "/0");
    }

    /** An operation that ended with a fault: its path. */
    private static String imported(Tokens by, String file) {
        String location = by.request()
                .contentType("text/csv")
                .body("no_such_column\n")
                .post("/api/v1/portfolio/" + file + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return URI.create(location).getPath();
    }

    /** The number of a record that this service cannot apply. */
    private static int parked(String list) {
        String key = UUID.randomUUID().toString();
        Stream.send(new ProducerRecord<>("mieux." + anAggregateThatIsFollowed(), key, "this is no JSON"));
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> Tokens.as("manager")
                                .get(list + "?limit=200")
                                .jsonPath()
                                .<Integer>get("items.find { it.key == '%s' }?.id".formatted(key)),
                        Objects::nonNull);
    }

    private static String anAggregateThatIsFollowed() {
        String[] schemas = requireNonNull(Path.of("contract/expects").toFile().list());
        return Arrays.stream(schemas).sorted().findFirst().orElseThrow().replace(".schema.json", "");
    }

    /**
     * A record to try every operation under {@code template} on.
     *
     * @param kind {@code own}, {@code other-region}, {@code other-partner}, {@code absent}, or what is told apart here
     * @param path the template filled in
     */
    public AccessTable record(String template, String kind, String path) {
        records.computeIfAbsent(template, _ -> new LinkedHashMap<>()).put(kind, path);
        return this;
    }

    /**
     * A record to try an operation on whose path names none, for its body does.
     *
     * @param operation as in the table: {@code POST /api/v1/deployments}
     * @param kind as of a {@link #record}
     * @param body JSON
     */
    public AccessTable body(String operation, String kind, String body) {
        bodies.computeIfAbsent(operation, _ -> new LinkedHashMap<>()).put(kind, body);
        return this;
    }

    /** Every operation answers every role as the reviewed table says. */
    public void holds() throws IOException {
        List<String> answered = new ArrayList<>(List.of(HEADER));
        for (Operation operation : operations.all()) {
            paths(operation).forEach((kind, path) -> answered.add(line(operation, kind, path)));
            bodies.getOrDefault(operation.toString(), Map.of())
                    .forEach((kind, body) -> answered.add(line(operation.with(body), kind, operation.path())));
        }
        if ("update".equals(System.getProperty("mieux.contract"))) {
            Files.write(FILE, answered);
        }
        assertThat(answered.stream().filter(line -> line.contains(",absent,")))
                .as("nobody is told of a record that is absent anything else than that it is")
                .noneMatch(line -> line.contains(",ok"));
        assertThat(answered)
                .as("who may do what, as the service answers; the table is %s", FILE)
                .containsExactlyElementsOf(Files.readAllLines(FILE));
    }

    /** What a principal learns from lists is readable for others just where their own lists have it. */
    public void idsOfOneAreOfNoUseToAnother() {
        for (Operation list :
                operations.all().stream().filter(Operation::isList).toList()) {
            String template = template(list.path() + "/{");
            if (template != null && !list.path().equals("/api/v1/code-lists")) {
                idsAreOfNoUse(list, identifying(template));
            }
        }
    }

    /** Whoever reads a record hears that it changed, and nobody else. */
    public void whoReadsARecordHearsOfIt() {
        new Hearers(principals).areThoseWhoRead();
    }

    /** Who is a member of no institution that there is, is answered what anybody is who is signed in. */
    public void whoIsOfNoInstitutionIsNoMember() {
        principals.join("anybody", Tokens.of("anybody"));
        principals.join("of-none", Tokens.of("steering-member"));
        principals.join("of-blank", Tokens.of("steering-member").claim("institution", ""));
        principals.join("of-unknown", Tokens.of("steering-member").claim("institution", "NOPE"));
        principals.join("of-misspelt", Tokens.of("steering-member").claim("institution", "intpa"));
        for (Operation operation : operations.all()) {
            paths(operation).values().forEach(path -> {
                String expected = answer(operation, path, "anybody");
                for (String member : List.of("of-none", "of-blank", "of-unknown", "of-misspelt")) {
                    assertThat(answer(operation, path, member))
                            .as("%s on %s by a member %s", operation, path, member)
                            .isEqualTo(expected);
                }
            });
        }
    }

    private void idsAreOfNoUse(Operation list, String field) {
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        Principals.ALL.forEach(role -> seen.put(role, ids(role, list.path(), field)));
        TreeSet<String> all = new TreeSet<>();
        seen.values().forEach(all::addAll);
        assertThat(all).as("records of %s to try", list).isNotEmpty();
        // Ids begin with the time: the newest are those of this table; what other tests have left may be thousands.
        Set<String> tried = all.descendingSet().stream().limit(MOST_TRIED).collect(toSet());
        seen.forEach((role, hers) -> assertThat(tried.stream()
                        .filter(id ->
                                principals.get(role, list.path() + "/" + id).statusCode() == 200))
                .as("what %s reads one by one of %s", role, list.path())
                .containsExactlyInAnyOrderElementsOf(
                        hers.stream().filter(tried::contains).toList()));
    }

    /** {@code id} for {@code {idOrKey}}, {@code year} for {@code {year}}. */
    private static String identifying(String template) {
        String parameter = template.substring(template.indexOf('{') + 1, template.indexOf('}'));
        return parameter.startsWith("id") ? "id" : parameter;
    }

    private Set<String> ids(String role, String list, String field) {
        Set<String> ids = new TreeSet<>();
        String cursor = "";
        do {
            Principals.Answer answer = principals.get(role, list + "?limit=200" + cursor);
            if (answer.statusCode() != 200) {
                return ids;
            }
            JsonPath page = JsonPath.from(answer.body());
            ids.addAll(page.getList("items." + field, String.class));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        return ids;
    }

    private String line(Operation operation, String kind, String path) {
        // Together, for there are thousands of calls; none of them changes what another is answered.
        return Principals.ALL.parallelStream()
                .map(role -> answer(operation, path, role))
                .collect(joining(",", operation + "," + kind + ",", ""));
    }

    private String answer(Operation operation, String path, String role) {
        Map<String, String> headers = new HashMap<>();
        operation.contentType().ifPresent(type -> headers.put("Content-Type", type));
        if (operation.changes()) {
            // Of no version: what is allowed is still not done, and the record stays what the table calls it.
            headers.put("If-Match", "\"0\"");
        }
        // Of documents few are written at once; who is told to come later has not been told of her rights.
        int status = await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> principals
                                .ask(
                                        role,
                                        operation.method(),
                                        path,
                                        headers,
                                        operation.body().orElse(""))
                                .statusCode(),
                        answered -> answered != 503);
        assertThat(status).as("%s on %s by %s", operation, path, role).isLessThan(500);
        boolean refused =
                Set.of(401, 403, 404).contains(status) || (status == 422 && bodies.containsKey(operation.toString()));
        return refused ? Integer.toString(status) : "ok";
    }

    /** By kind of record, where to try this operation. */
    private Map<String, String> paths(Operation operation) {
        if (!operation.path().contains("{")) {
            return bodies.containsKey(operation.toString()) ? Map.of() : Map.of("-", operation.path());
        }
        String template = template(operation.path());
        assertThat(template).as("a record to try %s on", operation).isNotNull();
        String rest = operation.path().substring(String.valueOf(template).length());
        assertThat(rest).as("a record to try %s on", operation).doesNotContain("{");
        Map<String, String> filled = new LinkedHashMap<>();
        records.getOrDefault(template, Map.of()).forEach((kind, path) -> filled.put(kind, path + rest));
        return filled;
    }

    /** The longest template that this path begins with. */
    private @Nullable String template(String path) {
        return records.keySet().stream()
                .filter(template -> path.startsWith(template) || (path.endsWith("{") && isOneOf(template, path)))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static boolean isOneOf(String template, String start) {
        return template.startsWith(start) && template.endsWith("}") && template.indexOf('/', start.length()) < 0;
    }
}
