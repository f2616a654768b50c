package eu.mieux.chassis.testing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Operations.Operation;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, as a table that people read: {@code contract/access.csv} has a line for every operation and kind of
 * record, a column for every role, and in each cell {@code 401}, {@code 403}, {@code 404} or {@code ok} (allowed, whatever
 * else is wrong with the call). It is held against the running service; an operation without its lines fails. Written by
 * {@code -Dmieux.contract=update}, reviewed as what it is: the facility's rights.
 */
public final class AccessTable {

    private static final Path FILE = Path.of("contract/access.csv");
    private static final String HEADER = "operation,record," + String.join(",", Principals.ALL);

    private static final int MOST_TRIED = 50;

    private final Principals principals;
    private final Map<String, Map<String, String>> records = new LinkedHashMap<>();
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
        record(files + "{file}/imports/{id}", "absent", files + file + "/imports/" + UUID.randomUUID());
        record("/api/v1/code-lists/{list}", "any", "/api/v1/code-lists/countries");
        record("/api/v1/code-lists/{list}", "absent", "/api/v1/code-lists/nothing");
        String services = "/api/v1/services/";
        record(services + "{service}", "any", services + service);
        record(services + "{service}/parked-records/{id}", "absent", services + service + "/parked-records/0");
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

    /** Every operation answers every role as the reviewed table says. */
    public void holds() throws IOException {
        List<String> answered = new ArrayList<>(List.of(HEADER));
        for (Operation operation : operations.all()) {
            paths(operation).forEach((kind, path) -> answered.add(line(operation, kind, path)));
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
        return Stream.concat(
                        Stream.of(operation.toString(), kind),
                        // Together, for there are thousands of calls; none of them changes what another is answered.
                        Principals.ALL.parallelStream().map(role -> answer(operation, path, role)))
                .collect(joining(","));
    }

    private String answer(Operation operation, String path, String role) {
        Map<String, String> headers = new HashMap<>();
        operation.contentType().ifPresent(type -> headers.put("Content-Type", type));
        if (operation.changes()) {
            // Of no version: what is allowed is still not done, and the record stays what the table calls it.
            headers.put("If-Match", "\"0\"");
        }
        int status = principals
                .ask(role, operation.method(), path, headers, operation.body().orElse(""))
                .statusCode();
        assertThat(status).as("%s on %s by %s", operation, path, role).isLessThan(500);
        return Set.of(401, 403, 404).contains(status) ? Integer.toString(status) : "ok";
    }

    /** By kind of record, where to try this operation. */
    private Map<String, String> paths(Operation operation) {
        if (!operation.path().contains("{")) {
            return Map.of("-", operation.path());
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
