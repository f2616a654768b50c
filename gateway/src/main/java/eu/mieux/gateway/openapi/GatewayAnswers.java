package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the gateway adds to every operation of every service: a trace, a rate limit that each answer tells of, and its own
 * refusals.
 */
final class GatewayAnswers {

    private static final String PROBLEM = "application/problem+json";
    private static final String HEADERS = "#/components/headers/";
    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String[] LIMITS = {"RateLimit", "RateLimit-Policy"};

    private GatewayAnswers() {}

    static void addTo(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components");
        describeTrace(components.withObjectProperty("parameters"));
        describeLimits(components.withObjectProperty("headers"));
        describeRefusals(components);
        for (JsonNode path : document.path("paths")) {
            ObjectNode item = (ObjectNode) path;
            ArrayNode shared = item.withArray("/parameters");
            shared.addObject().put("$ref", "#/components/parameters/traceparent");
            for (String method : Reachable.METHODS) {
                if (item.get(method) instanceof ObjectNode operation) {
                    complete(operation);
                }
            }
        }
    }

    private static void complete(ObjectNode operation) {
        Map<String, JsonNode> answers = new TreeMap<>();
        operation.path("responses").properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        ObjectNode responses = operation.putObject("responses");
        answers.put("429", responses.objectNode().put("$ref", "#/components/responses/TooManyRequests"));
        answers.put("504", responses.objectNode().put("$ref", "#/components/responses/TimedOut"));
        answers.forEach((status, answer) -> {
            responses.set(status, answer);
            if (answer instanceof ObjectNode described && !described.has("$ref")) {
                describeHeaders(status, described);
            }
        });
    }

    private static void describeHeaders(String status, ObjectNode answer) {
        ObjectNode headers = answer.withObjectProperty("headers");
        headers.putObject(ORIGIN).put("$ref", HEADERS + ORIGIN);
        if (status.equals("503") || status.equals("429")) {
            headers.putObject("Retry-After").put("$ref", HEADERS + "Retry-After");
        }
        if (status.matches("[234]..")) {
            for (String limit : LIMITS) {
                headers.putObject(limit).put("$ref", HEADERS + limit);
            }
        }
    }

    private static void describeTrace(ObjectNode parameters) {
        parameters
                .putObject("traceparent")
                .put("name", "traceparent")
                .put("in", "header")
                .put(
                        "description",
                        "The trace that this call belongs to (W3C Trace Context); without one, the gateway begins one.")
                .putObject("schema")
                .put("type", "string")
                .put("maxLength", 55)
                .put("pattern", "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$");
    }

    private static void describeLimits(ObjectNode headers) {
        header(
                headers,
                LIMITS[0],
                "How much may still be asked: `\"principal\";r=1199;t=1` is 1,199 more calls, and all of them again in a second",
                "\"principal\";r=1199;t=1");
        header(
                headers,
                LIMITS[1],
                "How much may be asked: `\"principal\";q=1200;w=2` is 1,200 calls in two seconds",
                "\"principal\";q=1200;w=2");
        headers.putObject(ORIGIN)
                .put("description", "To pages of other origins, whether they may read this: `*`, or their origin")
                .putObject("schema")
                .put("type", "string")
                .put("maxLength", 300)
                .put("pattern", "^(\\*|https?://.+)$");
        headers.putObject("Retry-After")
                .put("description", "After how many seconds to try again")
                .putObject("schema")
                .put("type", "integer")
                .put("format", "int32")
                .put("minimum", 0)
                .put("maximum", 86_400);
    }

    private static void header(ObjectNode headers, String name, String description, String example) {
        headers.putObject(name)
                .put("description", description)
                .put("example", example)
                .putObject("schema")
                .put("type", "string")
                .put("maxLength", 200)
                .put("pattern", "^\"[a-z]+\"(;[a-z]+=[0-9]+)*$");
    }

    private static void describeRefusals(ObjectNode components) {
        ObjectNode examples = components.withObjectProperty("examples");
        problem(
                examples,
                429,
                "Too many requests",
                "Each principal may ask 600 times a second, and 1,200 times at once. Try again in 1 seconds, and more slowly.");
        problem(
                examples,
                504,
                "Service timed out",
                "The expert service did not answer within 60 seconds. Whether the request took effect is not known.");
        ObjectNode responses = components.withObjectProperty("responses");
        ObjectNode tooMany = response(responses, "TooManyRequests", "Too many calls: ask again after Retry-After");
        describeHeaders("429", tooMany);
        refer(tooMany, "too-many-requests");
        refer(
                response(
                        responses,
                        "TimedOut",
                        "A service did not answer in time; whether the call took effect is not known"),
                "service-timed-out");
    }

    private static ObjectNode response(ObjectNode responses, String name, String description) {
        return responses.putObject(name).put("description", description);
    }

    private static void refer(ObjectNode response, String example) {
        ObjectNode content = response.putObject("content").putObject(PROBLEM);
        content.putObject("schema").put("$ref", "#/components/schemas/Problem");
        content.putObject("examples").putObject(example).put("$ref", "#/components/examples/" + example);
    }

    private static void problem(ObjectNode examples, int status, String title, String detail) {
        String name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        examples.putObject(name)
                .put("summary", title)
                .putObject("value")
                .put("type", "urn:mieux:problem:" + name)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", "/api/v1/experts");
    }
}
