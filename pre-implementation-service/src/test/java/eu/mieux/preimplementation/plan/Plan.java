package eu.mieux.preimplementation.plan;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How PostgreSQL answered a statement, step by step. */
record Plan(String sql, List<JsonNode> steps) {

    private static final JsonMapper JSON = new JsonMapper();

    static Plan of(String sql, String json) {
        return new Plan(sql, all(JSON.readTree(json).get(0).get("Plan")).toList());
    }

    private static Stream<JsonNode> all(JsonNode step) {
        Stream<JsonNode> below = StreamSupport.stream(step.path("Plans").spliterator(), false);
        return Stream.concat(Stream.of(step), below.flatMap(Plan::all));
    }

    /** Of the requests, row by row. */
    boolean readsAll() {
        return steps.stream()
                .anyMatch(step -> step.path("Node Type").asString().equals("Seq Scan")
                        && step.path("Relation Name").asString().startsWith("request"));
    }

    /** Rows that were looked at, whether they were wanted or not. */
    double rowsRead() {
        return steps.stream()
                .filter(step -> !step.path("Relation Name").asString("").isEmpty())
                .mapToDouble(step -> step.path("Actual Loops").asDouble(0)
                        * (step.path("Actual Rows").asDouble(0)
                                + step.path("Rows Removed by Filter").asDouble(0)
                                + step.path("Rows Removed by Index Recheck").asDouble(0)))
                .sum();
    }

    /** Rows that were sorted at once. */
    double rowsSorted() {
        return steps.stream()
                .filter(step -> step.path("Node Type").asString().equals("Sort"))
                .mapToDouble(
                        step -> step.path("Plans").get(0).path("Actual Rows").asDouble(0))
                .max()
                .orElse(0);
    }

    /** Pages of 8 KiB, wherever they were. */
    long pages() {
        return steps.getFirst().path("Shared Hit Blocks").asLong(0)
                + steps.getFirst().path("Shared Read Blocks").asLong(0);
    }

    @Override
    public String toString() {
        return "%s%n%.0f rows read, %.0f sorted, %d pages%n%s"
                .formatted(
                        sql,
                        rowsRead(),
                        rowsSorted(),
                        pages(),
                        steps.stream()
                                .map(step -> "  %s %s %s %s rows × %s, %s removed, %s"
                                        .formatted(
                                                step.path("Node Type").asString(),
                                                step.path("Relation Name").asString(""),
                                                step.path("Index Name").asString(""),
                                                step.path("Actual Rows").asString("?"),
                                                step.path("Actual Loops").asString("?"),
                                                step.path("Rows Removed by Filter")
                                                        .asString("0"),
                                                step.path("Filter").asString("")))
                                .toList());
    }
}
