package eu.mieux.chassis.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of an {@link ApiDocument}.
 *
 * @param path with its variables, {@code /api/v1/requests/{idOrReference}}
 */
public record Operation(ApiDocument document, String method, String path, ObjectNode description) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public String id() {
        return description.path("operationId").asString("");
    }

    boolean answers(String asked) {
        return pattern().matcher(asked).matches();
    }

    int variables() {
        return (int) VARIABLE.matcher(path).results().count();
    }

    /** How many characters of the path are no variables. */
    int literals() {
        return VARIABLE.matcher(path).replaceAll("").length();
    }

    private Pattern pattern() {
        return Pattern.compile(VARIABLE.matcher(path).replaceAll("(?<$1>[^/]+)") + "/?");
    }

    /** The values that the path's variables have in a call. */
    Map<String, String> values(String asked) {
        Matcher matcher = pattern().matcher(asked);
        Map<String, String> values = new TreeMap<>();
        if (matcher.matches()) {
            matcher.namedGroups().forEach((name, group) -> values.put(name, matcher.group(group)));
        }
        return values;
    }

    /** What is said of answers with this status, of any other by {@code default}. */
    public Optional<JsonNode> answer(int status) {
        JsonNode answers = description.path("responses");
        JsonNode exact = answers.path(String.valueOf(status));
        return Optional.of(exact.isMissingNode() ? answers.path("default") : exact)
                .filter(answer -> !answer.isMissingNode())
                .map(document::resolve);
    }

    boolean documents(int status) {
        return description.path("responses").has(String.valueOf(status));
    }

    /** Of the media types of an answer or a body, what is said of this one. */
    public static Optional<JsonNode> content(JsonNode owner, @Nullable String mediaType) {
        String plain = mediaType == null ? "" : mediaType.split(";", 2)[0].strip();
        return Optional.of(owner.path("content").path(plain)).filter(content -> !content.isMissingNode());
    }

    /** What is wrong with an answer by what the document says of it; nothing when all is right. */
    public List<String> objections(Answer answer) {
        Optional<JsonNode> described = answer(answer.status());
        if (described.isEmpty()) {
            return List.of("status %d is not in the document".formatted(answer.status()));
        }
        List<String> objections = new ArrayList<>();
        if (answer.status() < 400 && !documents(answer.status())) {
            objections.add("status %d is not in the document".formatted(answer.status()));
        }
        described.get().path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean(false)
                    && !answer.headers().contains(header.getKey())) {
                objections.add("header %s is missing".formatted(header.getKey()));
            }
        });
        JsonNode json = answer.json();
        if (json != null) {
            content(described.get(), answer.mediaType())
                    .ifPresentOrElse(
                            content -> objections.addAll(document.violations(content.path("schema"), json)),
                            () -> objections.add("media type %s is not in the document".formatted(answer.mediaType())));
        }
        return objections;
    }

    /**
     * What was answered.
     *
     * @param headers their names
     * @param json the body, when it is JSON
     */
    public record Answer(
            int status,
            Set<String> headers,
            @Nullable String mediaType,
            @Nullable JsonNode json) {}
}
