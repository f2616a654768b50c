package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The records of a portfolio in memory, and the plain questions one asks of them. */
class NaiveRecords {

    private static final Distances DISTANCES = TestCodes.distances();

    private final Map<String, List<ObjectNode>> portfolio;

    NaiveRecords(Map<String, List<ObjectNode>> portfolio) {
        this.portfolio = portfolio;
    }

    List<JsonNode> counted(int when) {
        return all("activity")
                .filter(is("status", "DELIVERED"))
                .filter(in("startsOn", when))
                .toList();
    }

    JsonNode action(JsonNode activity) {
        return all("action")
                .filter(is("code", text(activity, "actionCode")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    Stream<JsonNode> all(String type) {
        return portfolio.getOrDefault(type, List.of()).stream().map(JsonNode.class::cast);
    }

    static Predicate<JsonNode> is(String field, String value) {
        return record -> value.equals(text(record, field));
    }

    static Predicate<JsonNode> in(String field, int year) {
        return record -> date(record, field) != null && date(record, field).getYear() == year;
    }

    static Predicate<JsonNode> upTo(String field, int year) {
        return record -> date(record, field) != null && date(record, field).getYear() <= year;
    }

    static String text(JsonNode record, String field) {
        return record.path(field).isTextual() ? record.path(field).asText() : null;
    }

    static LocalDate date(JsonNode record, String field) {
        return text(record, field) == null ? null : LocalDate.parse(text(record, field));
    }

    static long count(List<JsonNode> records, Predicate<JsonNode> such) {
        return records.stream().filter(such).count();
    }

    static long sum(List<JsonNode> records, String field) {
        return records.stream().mapToLong(r -> r.path(field).asLong()).sum();
    }

    double kilometres(String kind, int year) {
        return all("travel-leg")
                .filter(is("travellerKind", kind))
                .filter(in("departedOn", year))
                .mapToDouble(leg -> DISTANCES.kilometres(text(leg, "fromIata"), text(leg, "toIata")))
                .sum();
    }
}
