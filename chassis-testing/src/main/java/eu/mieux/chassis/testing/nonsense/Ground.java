package eu.mieux.chassis.testing.nonsense;

import eu.mieux.chassis.testing.ApiDocument;
import eu.mieux.chassis.testing.Operation;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Sensible calls to stand on: with records that are there, and bodies as tests of the service have sent them. */
final class Ground {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NAMES = List.of("id", "reference", "code", "key", "number", "year", "name");

    private final ApiDocument document;
    private final Path examples;
    private final Wire wire;
    private final Bodies bodies;

    /** By list: what its records are called. Forgotten now and then, for calls make new ones. */
    private final Map<String, List<String>> known = new HashMap<>();

    Ground(ApiDocument document, Path examples, Wire wire) {
        this.document = document;
        this.examples = examples;
        this.wire = wire;
        this.bodies = new Bodies(document);
    }

    void forget() {
        known.clear();
    }

    Call sensible(Operation operation, String role, Random chance) {
        JsonNode example = example(operation);
        String path = path(operation.path(), example, chance);
        Call call = new Call(
                role, operation.method().toUpperCase(Locale.ROOT), path, List.of(), List.of(), Buffer.buffer());
        for (JsonNode described : operation.description().path("parameters")) {
            call = withParameter(call, document.resolve(described), chance);
        }
        JsonNode content =
                document.resolve(operation.description().path("requestBody")).path("content");
        if (content.isMissingNode()) {
            return call;
        }
        String type = content.propertyNames().iterator().next();
        JsonNode sent = example.path("request");
        boolean csv = type.equals("text/csv");
        String body = !sent.isMissingNode() && (csv || chance.nextBoolean())
                ? (sent.isString() ? sent.asString() : sent.toString())
                : csv
                        ? "key,name\na,b\n"
                        : bodies.by(content.path(type).path("schema"), chance).toString();
        return call.withHeader("Content-Type", type).withBody(body);
    }

    private Call withParameter(Call call, JsonNode parameter, Random chance) {
        String name = parameter.path("name").asString();
        return switch (parameter.path("in").asString("")) {
            case "query" ->
                chance.nextInt(5) > 0
                        ? call
                        : call.withQuery(new Call.Pair(
                                name,
                                Nasty.encode(bodies.by(parameter.path("schema"), chance)
                                        .asString("x"))));
            case "header" ->
                name.equals("If-Match") && chance.nextInt(4) > 0
                        ? call.withHeader(name, wire.etag(call).orElse("\"1\""))
                        : call;
            default -> call;
        };
    }

    private String path(String template, JsonNode example, Random chance) {
        StringBuilder path = new StringBuilder();
        for (String segment : template.substring(1).split("/", -1)) {
            path.append('/')
                    .append(segment.startsWith("{") ? value(path.toString(), segment, example, chance) : segment);
        }
        return path.toString();
    }

    private String value(String list, String variable, JsonNode example, Random chance) {
        String name = variable.substring(1, variable.length() - 1);
        List<String> there = known.computeIfAbsent(list, this::names);
        String told = example.path("parameters").path(name).asString("");
        if (!told.isEmpty() && (there.isEmpty() || chance.nextInt(10) == 0)) {
            return Nasty.encode(told);
        }
        return there.isEmpty() ? "1" : Nasty.encode(there.get(chance.nextInt(there.size())));
    }

    /** Every name of every record of a list; none when it is no list. */
    private List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : wire.json(list).path("items")) {
            for (String name : NAMES) {
                JsonNode value = item.path(name);
                if (value.isValueNode() && !value.isNull()) {
                    names.add(value.asString());
                }
            }
        }
        return names;
    }

    private JsonNode example(Operation operation) {
        Path file = examples.resolve(operation.id() + ".json");
        try {
            return Files.exists(file) ? JSON.readTree(Files.readString(file)) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
