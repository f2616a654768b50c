package eu.mieux.helm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the chart makes of values.
 *
 * @param resources in the order in which Helm gives them
 */
record Rendering(String name, List<JsonNode> resources) {

    static final YAMLMapper YAML = new YAMLMapper();

    private static final Map<String, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

    static final String RELEASE = "mieux";
    static final String NAMESPACE = "facility";

    /** The three profiles as they are, and what else is worth looking at. */
    static Stream<Rendering> all() throws IOException, InterruptedException {
        List<Rendering> all = new ArrayList<>(profiles().toList());
        all.add(of("standard", "operators"));
        all.add(of("external"));
        all.add(of("unprotected"));
        return all.stream();
    }

    static Stream<Rendering> profiles() throws IOException, InterruptedException {
        return Stream.of(of("small"), of("standard"), of("large"));
    }

    /** @param values names of profiles, and of files among the tests' resources; {@code site} always comes first */
    static Rendering of(String... values) throws IOException, InterruptedException {
        String name = String.join("+", values);
        if (!RENDERED.containsKey(name)) {
            List<String> arguments = new ArrayList<>();
            for (String each : values) {
                arguments.addAll(List.of("-f", file(each)));
            }
            RENDERED.put(name, with(arguments.toArray(String[]::new)).resources());
        }
        return new Rendering(name, RENDERED.get(name));
    }

    static Rendering with(String... arguments) throws IOException, InterruptedException {
        Tools.Said said = template(arguments);
        if (said.exit() != 0) {
            throw new AssertionError(said.complaints());
        }
        return new Rendering(String.join(" ", arguments), parse(said.words()));
    }

    static Tools.Said template(String... arguments) throws IOException, InterruptedException {
        return Tools.helm(Stream.concat(
                        Stream.of(
                                "template",
                                RELEASE,
                                Tools.CHART.toString(),
                                "--namespace",
                                NAMESPACE,
                                "-f",
                                file("site")),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    static String file(String name) {
        return Stream.of(
                        Tools.CHART.resolve("values-" + name + ".yaml"),
                        Tools.CHART.resolveSibling("src/test/resources/" + name + ".yaml"))
                .filter(path -> path.toFile().exists())
                .findFirst()
                .orElseThrow()
                .toString();
    }

    static List<JsonNode> parse(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }

    Stream<JsonNode> kind(String kind) {
        return resources.stream().filter(it -> it.path("kind").asString().equals(kind));
    }

    JsonNode the(String kind, String resource) {
        return kind(kind)
                .filter(it -> it.at("/metadata/name").asString().equals(resource))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s called %s in %s".formatted(kind, resource, name)));
    }

    /** Of Deployments and Jobs. */
    Stream<JsonNode> pods() {
        return resources.stream()
                .filter(it -> it.at("/spec/template/spec/containers").isArray())
                .map(it -> it.at("/spec/template"));
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String component(JsonNode resource) {
        return resource.at("/metadata/labels")
                .path("app.kubernetes.io/component")
                .asString();
    }

    @Override
    public String toString() {
        return name;
    }
}
