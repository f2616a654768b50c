package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import eu.mieux.chassis.eventlog.Event;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds a service to its {@code contract/} folder. Run the tests with {@code -Dmieux.contract=update} to write what the
 * code says now, then read the difference.
 */
public final class Contracts {

    private static final Path CONTRACT = Path.of("contract");
    /** What the scanner calls a second record of one name, and what it makes of a value without a type. */
    private static final Pattern NO_NAME = Pattern.compile("(?m)^    (\\w+\\d|View|JsonNode|ObjectNode):$");

    private static final JsonMapper JSON = new JsonMapper();

    private Contracts() {}

    /** {@code contract/openapi.yaml} is what the running service says of itself. */
    public static void openApiHasNotDrifted() throws IOException {
        openApiHasNotDrifted(CONTRACT, updating());
    }

    static boolean updating() {
        return "update".equals(System.getProperty("mieux.contract"));
    }

    static void openApiHasNotDrifted(Path contract, boolean update) throws IOException {
        Path file = contract.resolve("openapi.yaml");
        String running = RestAssured.given().get("/q/openapi").asString();
        if (update) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, running);
        }
        assertThat(file).as("the committed OpenAPI document").exists();
        assertThat(running).as("the API as it runs").isEqualTo(Files.readString(file));
        assertThat(running)
                .as("every answer has a schema: the resource says @Produces(MediaType.APPLICATION_JSON)")
                .doesNotContain("content: {}");
        assertThat(running)
                .as("every schema has a name of its own: the second of two records says @Schema(name = …)")
                .doesNotContainPattern(NO_NAME);
    }

    /** Every example in {@code contract/publishes} satisfies its schema, and every published topic has both. */
    public static void everyPublishedTopicHasSchemaAndExample(List<String> aggregateTypes) throws IOException {
        everyPublishedTopicHasSchemaAndExample(CONTRACT, aggregateTypes);
        everyEventIsInTheSchemaOfItsTopic(CONTRACT, Path.of("target/classes"));
    }

    /** What a schema names as {@code x-events} is what the code can tell, no more and no less, and the catalogue shows. */
    static void everyEventIsInTheSchemaOfItsTopic(Path contract, Path classes) throws IOException {
        Set<String> told = new ClassFileImporter()
                .importPath(classes).stream()
                        .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                        .map(type -> Event.typeOf(type.getSimpleName()))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        try (Stream<Path> schemas = Files.list(contract.resolve("publishes"))) {
            for (Path schema : schemas.filter(file -> file.toString().endsWith(".schema.json"))
                    .toList()) {
                JsonNode rules = JSON.readTree(Files.readString(schema));
                List<String> events = List.copyOf(rules.path("x-events").propertyNames());
                assertThat(events)
                        .as("x-events of %s", schema)
                        .contains(rules.path("x-example-event").asString());
                assertThat(rules.path("x-events"))
                        .as("x-events of %s: each says in one sentence what happened", schema)
                        .allSatisfy(says -> assertThat(says.asString()).matches("[A-Z][^\\n*]+\\."));
                named.addAll(events);
            }
        }
        assertThat(named).as("x-events of the schemas").isEqualTo(told);
    }

    static void everyPublishedTopicHasSchemaAndExample(Path contract, List<String> aggregateTypes) throws IOException {
        for (String type : aggregateTypes) {
            Path schema = contract.resolve("publishes/%s.schema.json".formatted(type));
            Path example = contract.resolve("publishes/%s.example.json".formatted(type));
            assertThat(schema).exists();
            assertThat(example).exists();
            assertThat(violations(schema, Files.readString(example)))
                    .as(example.toString())
                    .isEmpty();
        }
    }

    /** A published event satisfies the schema that its owner promises. */
    public static void assertKept(String aggregateType, String state) throws IOException {
        assertThat(violations(CONTRACT.resolve("publishes/%s.schema.json".formatted(aggregateType)), state))
                .as("%s on its topic: %s", aggregateType, state)
                .isEmpty();
    }

    /** What this service expects of others ({@code contract/expects}) is satisfied by the examples of their owners. */
    public static void ownersKeepWhatThisServiceExpects() throws IOException {
        ownersKeepWhatThisServiceExpects(CONTRACT);
    }

    static void ownersKeepWhatThisServiceExpects(Path contract) throws IOException {
        try (Stream<Path> expected = Files.list(contract.resolve("expects"))) {
            for (Path schema : expected.sorted().toList()) {
                String type = schema.getFileName().toString().replace(".schema.json", "");
                assertThat(violations(schema, Files.readString(example(type))))
                        .as("%s as its owner publishes it", type)
                        .isEmpty();
            }
        }
    }

    private static Path example(String aggregateType) throws IOException {
        String name = aggregateType + ".example.json";
        try (Stream<Path> modules = Files.list(RealSuite.root())) {
            return modules.map(m -> m.resolve("contract/publishes").resolve(name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No service publishes " + name));
        }
    }

    private static List<String> violations(Path schema, String json) throws IOException {
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(withoutExtensions(schema));
        return rules.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The validator warns of every keyword that it does not know. */
    private static JsonNode withoutExtensions(Path schema) throws IOException {
        ObjectNode rules = (ObjectNode) JSON.readTree(Files.readString(schema));
        rules.propertyNames().stream()
                .filter(name -> name.startsWith("x-"))
                .toList()
                .forEach(rules::remove);
        return rules;
    }
}
