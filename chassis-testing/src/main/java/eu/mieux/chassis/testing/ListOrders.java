package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every list of the service under test, in every order that its API document offers, on pages of sizes that a seed chooses:
 * each row comes once and in its place. Another seed: {@code -Dmieux.seed=}.
 */
public final class ListOrders {

    private static final String MANAGER = "manager";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random chance;
    private final Principals principals;
    private final JsonNode document;

    private ListOrders(long seed) {
        this.chance = new Random(seed);
        this.document = read(RestAssured.given().get("/q/openapi?format=json").asString());
        this.principals = new Principals(Map.of(), Operations.ofTheService().resources());
    }

    /** At least this many lists, or the test would prove nothing. */
    public static void giveEveryRowOnceAndInOrder(int atLeast) {
        long seed = Long.getLong("mieux.seed", System.nanoTime());
        ListOrders orders = new ListOrders(seed);
        int lists = 0;
        for (Map.Entry<String, JsonNode> path : orders.document.path("paths").properties()) {
            List<String> offered = orders.offered(path.getValue().path("get"));
            String list = offered.isEmpty() ? null : orders.address(path.getKey());
            if (list != null) {
                lists++;
                Set<String> there = Set.copyOf(ids(orders.pages(list, "", 200).stream()));
                offered.stream()
                        .filter(sort -> !sort.startsWith("-"))
                        .forEach(field -> orders.hold("seed %d: %s".formatted(seed, list), list, field, there));
            }
        }
        assertThat(lists).as("lists that can be sorted").isGreaterThanOrEqualTo(atLeast);
    }

    private List<String> offered(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("sort")) {
                return parameter
                        .path("schema")
                        .path("enum")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
            }
        }
        return List.of();
    }

    /** Of a list within a record, some record's; null when there is no record. */
    private @Nullable String address(String path) {
        int variable = path.indexOf("/{");
        if (variable < 0) {
            return path;
        }
        List<JsonNode> owners = pages(path.substring(0, variable), "", 200);
        return owners.isEmpty()
                ? null
                : path.replaceFirst(
                        "\\{\\w+}",
                        owners.get(chance.nextInt(owners.size())).path("id").asText());
    }

    private void hold(String what, String list, String field, Set<String> there) {
        List<JsonNode> rising = whole(what, list, field, there);
        List<JsonNode> falling = whole(what, list, "-" + field, there);
        List<JsonNode> valued = valued(what, rising, field);
        assertThat(ids(valued(what, falling, field).reversed().stream()))
                .as("%s?sort=-%s: the other way round", what, field)
                .isEqualTo(ids(valued.stream()));
        rises("%s?sort=%s".formatted(what, field), field, valued);
        otherOrdersRefuse(what, list, field);
    }

    /** The same on pages of two sizes. */
    private List<JsonNode> whole(String what, String list, String sort, Set<String> there) {
        List<JsonNode> whole = pages(list, sort, 200);
        List<String> ids = ids(whole.stream());
        assertThat(ids)
                .as("%s?sort=%s", what, sort)
                .doesNotHaveDuplicates()
                .hasSize(there.size())
                .allMatch(there::contains);
        int limit = Math.min(200, 1 + whole.size() / 20 + chance.nextInt(Math.max(1, whole.size())));
        assertThat(ids(pages(list, sort, limit).stream()))
                .as("%s?sort=%s&limit=%d", what, sort, limit)
                .isEqualTo(ids);
        return whole;
    }

    /** What has a value, which stands together. */
    private static List<JsonNode> valued(String what, List<JsonNode> items, String field) {
        List<JsonNode> valued =
                items.stream().filter(item -> item.hasNonNull(field)).toList();
        int first = valued.isEmpty() ? 0 : items.indexOf(valued.getFirst());
        assertThat(items.subList(first, first + valued.size()))
                .as("%s by %s", what, field)
                .isEqualTo(valued);
        return valued;
    }

    /** Of texts the database knows the order; numbers, days and ids can be told here. */
    private static void rises(String as, String field, List<JsonNode> items) {
        List<JsonNode> values = items.stream().map(item -> item.path(field)).toList();
        if (values.stream().allMatch(JsonNode::isNumber)) {
            assertThat(values.stream().map(JsonNode::decimalValue)).as(as).isSorted();
        } else if (field.endsWith("On") || field.equals("id")) {
            assertThat(values.stream().map(JsonNode::asText)).as(as).isSorted();
        }
    }

    private void otherOrdersRefuse(String what, String list, String field) {
        String next = page(list, field, 1, "").path("next").asText("null");
        if (!next.equals("null")) {
            Principals.Answer refused = principals.get(MANAGER, "%s?sort=-%s&cursor=%s".formatted(list, field, next));
            assertThat(refused.statusCode()).as(what).isEqualTo(400);
            assertThat(refused.body()).contains("/cursor", "keep sort as it was");
        }
    }

    private List<JsonNode> pages(String list, String sort, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            JsonNode page = page(list, sort, limit, cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText("null");
        }
        return items;
    }

    private JsonNode page(String list, String sort, int limit, String cursor) {
        String asked = "%s?limit=%d%s%s"
                .formatted(
                        list,
                        limit,
                        sort.isEmpty() ? "" : "&sort=" + sort,
                        cursor.isEmpty() ? "" : "&cursor=" + cursor);
        Principals.Answer answer = principals.get(MANAGER, asked);
        assertThat(answer.statusCode()).as("%s: %s", asked, answer.body()).isEqualTo(200);
        return read(answer.body());
    }

    private static List<String> ids(Stream<JsonNode> items) {
        return items.map(item -> item.path("id").asText()).toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
