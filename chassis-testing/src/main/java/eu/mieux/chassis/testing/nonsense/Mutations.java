package eu.mieux.chassis.testing.nonsense;

import eu.mieux.chassis.testing.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What can be made wrong with a sensible call: one thing at a time, so that those that do not matter can be left out again. */
final class Mutations {

    private static final String CONTENT_TYPE = "Content-Type";

    private Mutations() {}

    /** The same each time that it is applied. */
    static UnaryOperator<Call> any(Operation operation, boolean hasBody, Random chance) {
        List<JsonNode> parameters = parameters(operation);
        return switch (chance.nextInt(hasBody ? 12 : 7)) {
            case 0, 1 -> path(operation.path(), chance);
            case 2, 3 -> parameters.isEmpty() ? header(chance) : query(parameters, chance);
            case 4 -> strangeQuery(chance);
            case 5 -> header(chance);
            case 6 -> hasBody ? contentType(chance) : strangeBody(chance);
            case 7 -> rawBody(chance);
            default -> amiss(chance.nextLong());
        };
    }

    private static List<JsonNode> parameters(Operation operation) {
        return StreamSupport.stream(operation.description().path("parameters").spliterator(), false)
                .map(operation.document()::resolve)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .toList();
    }

    private static UnaryOperator<Call> path(String template, Random chance) {
        String[] segments = template.split("/", -1);
        int[] variables = IntStream.range(0, segments.length)
                .filter(i -> segments[i].startsWith("{"))
                .toArray();
        String value = Nasty.encoded(chance);
        int place = variables.length == 0 ? segments.length - 1 : variables[chance.nextInt(variables.length)];
        return call -> {
            String[] asked = call.path().split("/", -1);
            if (place < asked.length) {
                asked[place] = variables.length == 0 ? asked[place] + value : value;
            }
            return call.withPath(String.join("/", asked));
        };
    }

    private static UnaryOperator<Call> query(List<JsonNode> parameters, Random chance) {
        JsonNode parameter = parameters.get(chance.nextInt(parameters.size()));
        String name = parameter.path("name").asString();
        JsonNode codes = parameter.path("schema").path("enum");
        String value = codes.isArray() && chance.nextInt(3) == 0
                ? codes.get(chance.nextInt(codes.size())).asString()
                : Nasty.encoded(chance);
        boolean twice = chance.nextInt(10) == 0;
        return call -> (twice ? call : call.withoutQuery(name)).withQuery(new Call.Pair(name, value));
    }

    private static UnaryOperator<Call> strangeQuery(Random chance) {
        Call.Pair pair = new Call.Pair(
                chance.nextBoolean()
                        ? Nasty.encoded(chance)
                        : Nasty.one(chance, "fields", "sort", "limit", "cursor", "_method"),
                chance.nextBoolean() ? Nasty.encoded(chance) : "id,version");
        return call -> call.withQuery(pair);
    }

    private static UnaryOperator<Call> header(Random chance) {
        String name = Nasty.one(
                chance,
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "Idempotency-Key",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Prefer",
                "Range",
                "traceparent",
                "X-HTTP-Method-Override",
                "X-Forwarded-For",
                "Authorization",
                "Cookie",
                "Origin",
                "Content-Encoding",
                "Expect");
        String value = headerValue(name, chance);
        return call -> (name.equals("Authorization") ? call.withRole("") : call).withHeader(name, value);
    }

    private static String headerValue(String name, Random chance) {
        String fit = switch (name) {
            case "If-Match", "If-None-Match" ->
                Nasty.one(
                        chance,
                        "*",
                        "W/\"1\"",
                        "\"-1\"",
                        "\"1\", \"2\"",
                        "\"99999999999999999999\"",
                        "\"\"",
                        "\"",
                        "1",
                        "\"1");
            case "Accept" ->
                Nasty.one(
                        chance,
                        "text/html",
                        "application/xml",
                        "*/*",
                        "nonsense",
                        "text/csv",
                        "a/b;q=x",
                        "application/json;q=0");
            case "Accept-Language" ->
                Nasty.one(chance, "fr", "*", "zz", "en;q=2", "de-DE-1996,fr;q=0.1", "-", "a".repeat(500));
            case "Prefer" -> Nasty.one(chance, "return=minimal", "return=", "wait=x", ";;;");
            case "traceparent" ->
                Nasty.one(chance, "00-00000000000000000000000000000000-0000000000000000-00", "ff", "00-abc-def-01");
            case "Range" -> Nasty.one(chance, "bytes=0-1", "bytes=5-1", "bytes=-1");
            case "Content-Encoding" -> Nasty.one(chance, "gzip", "br", "identity", "x");
            case "Authorization" ->
                Nasty.one(
                        chance,
                        "Bearer",
                        "Bearer x",
                        "Bearer a.b.c",
                        "Basic Og==",
                        "bearer",
                        "Bearer " + "a".repeat(6_000));
            default -> "";
        };
        return fit.isEmpty() || chance.nextInt(3) == 0 ? sendable(Nasty.text(chance)) : fit;
    }

    /** What no client could send is left out: a line's end would end the header. */
    private static String sendable(String text) {
        String line = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00-\\x1f\\x7f]", "");
        return line.substring(0, Math.min(line.length(), 6_000));
    }

    private static UnaryOperator<Call> contentType(Random chance) {
        String type = Nasty.one(
                chance,
                "text/plain",
                "application/xml",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense",
                "text/csv",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "application/json-patch+json",
                "nonsense",
                "",
                "a/b/c",
                "*/*");
        return call -> call.withHeader(CONTENT_TYPE, type);
    }

    private static UnaryOperator<Call> strangeBody(Random chance) {
        String body = Nasty.one(chance, "{}", "[]", "null", "{\"a\":1}", "x");
        String type = Nasty.one(chance, "application/json", "text/plain", "application/x-www-form-urlencoded");
        return call -> call.withHeader(CONTENT_TYPE, type).withBody(body);
    }

    private static UnaryOperator<Call> rawBody(Random chance) {
        int kind = chance.nextInt(10);
        int place = chance.nextInt(Integer.MAX_VALUE);
        byte[] noise = new byte[1 + chance.nextInt(200)];
        chance.nextBytes(noise);
        return call -> {
            byte[] body = call.body().getBytes();
            int at = body.length == 0 ? 0 : place % body.length;
            return switch (kind) {
                case 0 -> call.withBody("");
                case 1 -> call.withBody(Arrays.copyOf(body, at));
                case 2 -> call.withBody(noise);
                case 3 -> call.withBody(replaced(body, at, (byte) 0xff));
                case 4 -> call.withBody(replaced(body, at, (byte) 0));
                case 5 -> call.withBody("\ufeff" + text(body));
                case 6 -> call.withBody(text(body).getBytes(StandardCharsets.UTF_16));
                case 7 -> call.withBody(text(body) + text(body));
                // A name that comes twice: the first of an object's, or one that is new to it.
                case 8 -> call.withBody(text(body).replaceFirst("\\{\\s*(\"[^\"]*\")", "{$1:null,$1"));
                default -> call.withBody(text(body) + " ".repeat(1_100_000));
            };
        };
    }

    private static UnaryOperator<Call> amiss(long seed) {
        return call -> {
            boolean json = call.headers().stream()
                    .anyMatch(header ->
                            header.name().equals(CONTENT_TYPE) && header.value().equals("application/json"));
            return json ? Bodies.amiss(call, new Random(seed)) : Rows.amiss(call, new Random(seed));
        };
    }

    private static byte[] replaced(byte[] body, int at, byte by) {
        byte[] other = body.clone();
        if (other.length > 0) {
            other[at] = by;
        }
        return other;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
