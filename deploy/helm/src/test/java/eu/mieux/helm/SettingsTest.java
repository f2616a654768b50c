package eu.mieux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the chart tells the programs is what they ask for, and its own word for what they publish is theirs. */
@ExtendWith(NeedsHelm.class)
class SettingsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(MIEUX_[A-Z0-9_]+)(:?)");

    /** Who serves needs no owner: the migration does. */
    private static final Set<String> OF_THE_OWNER = Set.of("MIEUX_DATABASE_OWNER", "MIEUX_DATABASE_OWNER_PASSWORD");

    static Stream<Rendering> all() throws Exception {
        return Rendering.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_variable_that_is_set_is_one_that_the_program_knows(Rendering rendering) throws Exception {
        for (JsonNode pod : rendering.pods().toList()) {
            assertThat(Environment.of(pod.path("spec")).keySet())
                    .as(program(pod))
                    .filteredOn(variable -> variable.startsWith("MIEUX_"))
                    .isSubsetOf(variables(program(pod), false));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_variable_without_which_a_program_does_not_start_is_set(Rendering rendering) throws Exception {
        for (JsonNode deployment : rendering.kind("Deployment").toList()) {
            JsonNode pod = deployment.at("/spec/template");
            Set<String> needed = new TreeSet<>(variables(program(pod), true));
            needed.removeAll(OF_THE_OWNER);
            assertThat(needed).contains("MIEUX_OIDC_ISSUER");
            assertThat(Environment.of(pod.path("spec"))).containsKeys(needed.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_serves_is_never_told_the_password_of_the_owner(Rendering rendering) {
        assertThat(rendering.kind("Deployment"))
                .allSatisfy(deployment -> assertThat(Environment.of(deployment.at("/spec/template/spec")))
                        .doesNotContainKeys(OF_THE_OWNER.toArray(String[]::new)));
        assertThat(rendering.kind("Job"))
                .hasSize(5)
                .allSatisfy(job -> assertThat(Environment.of(job.at("/spec/template/spec")))
                        .containsKeys(OF_THE_OWNER.toArray(String[]::new))
                        .hasEntrySatisfying(
                                "MIEUX_DATABASE_MIGRATION",
                                it -> assertThat(it.asString()).isEqualTo("only")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_secret_is_named_and_never_told(Rendering rendering) {
        assertThat(rendering.kind("Secret")).isEmpty();
        assertThat(rendering.pods().map(pod -> Environment.of(pod.path("spec"))))
                .allSatisfy(environment -> assertThat(environment.entrySet())
                        .filteredOn(it -> it.getKey().matches(".*(PASSWORD|_KEY|SECRET|TOKEN).*"))
                        .allSatisfy(it -> assertThat(
                                        it.getValue().at("/secretKeyRef/name").asString())
                                .isNotEmpty()));
    }

    @Test
    void everything_that_an_operator_can_say_of_mail_and_attachments_arrives() throws Exception {
        JsonNode deployment = Rendering.of("external").the("Deployment", "mieux-pre-implementation");
        Set<String> own = variablesOf(properties("pre-implementation-service"), false);
        own.remove("MIEUX_CLOCK_WARNING");
        assertThat(own).contains("MIEUX_SMTP_HOST", "MIEUX_S3_BUCKET");
        assertThat(Environment.of(deployment.at("/spec/template/spec"))).containsKeys(own.toArray(String[]::new));
    }

    @Test
    void the_gateway_knows_where_each_service_is() throws Exception {
        Rendering rendering = Rendering.of("small");
        Map<String, JsonNode> environment =
                Environment.of(rendering.the("Deployment", "mieux-gateway").at("/spec/template/spec"));
        Set<String> services = rendering
                .kind("Service")
                .map(it -> "http://%s:%d"
                        .formatted(
                                it.at("/metadata/name").asString(),
                                it.at("/spec/ports/0/port").asInt()))
                .filter(url -> !url.contains("gateway"))
                .collect(Collectors.toSet());
        assertThat(environment.entrySet().stream()
                        .filter(it -> it.getKey().endsWith("_URL"))
                        .map(it -> it.getValue().asString()))
                .containsExactlyInAnyOrderElementsOf(services)
                .hasSize(5);
    }

    @Test
    void a_service_may_write_to_the_topics_that_it_publishes_and_follows_as_the_group_of_its_name() throws Exception {
        Rendering rendering = Rendering.of("standard");
        for (JsonNode user : rendering.kind("KafkaUser").toList()) {
            String service = Rendering.component(user);
            Properties settings = properties(service + "-service");
            List<String> published = Arrays.stream(
                            settings.getProperty("mieux.publishes").split(","))
                    .map(kind -> "mieux." + kind)
                    .toList();
            assertThat(allowed(user, "topic", "Write")).containsExactlyInAnyOrderElementsOf(published);
            assertThat(allowed(user, "topic", "Read")).containsExactly("mieux.");
            assertThat(allowed(user, "group", "Read"))
                    .containsExactly(settings.getProperty("quarkus.application.name"));
            assertThat(user.at("/metadata/name").asString())
                    .isEqualTo(Environment.of(rendering
                                    .the("Deployment", "mieux-" + service)
                                    .at("/spec/template/spec"))
                            .get("MIEUX_KAFKA_USER")
                            .asString());
        }
        assertThat(rendering.kind("ScaledObject"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(
                                it.at("/spec/triggers/0/metadata/consumerGroup").asString())
                        .isEqualTo(Rendering.component(it)));
    }

    private static Stream<String> allowed(JsonNode user, String type, String operation) {
        return Rendering.items(user.at("/spec/authorization/acls"))
                .filter(it -> it.at("/resource/type").asString().equals(type))
                .filter(it -> Rendering.items(it.path("operations"))
                        .anyMatch(each -> each.asString().equals(operation)))
                .map(it -> it.at("/resource/name").asString());
    }

    @Test
    void the_facility_profile_arrives_byte_for_byte_and_fits_into_what_kubernetes_keeps() throws Exception {
        JsonNode data = Rendering.of("small").the("ConfigMap", "mieux-facility").path("data");
        Map<String, String> profile = new HashMap<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/facility/mieux"))) {
            for (Path file : files.filter(it -> !it.endsWith("README.md")).toList()) {
                profile.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        Map<String, String> arrived = new HashMap<>();
        data.propertyStream()
                .forEach(it -> arrived.put(it.getKey(), it.getValue().asString()));
        assertThat(arrived).isEqualTo(profile).hasSizeGreaterThan(40);
        assertThat(data.toString().length()).isLessThan(1024 * 1024);
    }

    private static String program(JsonNode pod) {
        return pod.at("/spec/containers/0/image").asString().replaceFirst(".*/mieux/([a-z-]+):.*", "$1");
    }

    /** Of the program's own settings, and of the chassis' for a service. */
    private static Set<String> variables(String program, boolean needed) throws IOException {
        Set<String> all = variablesOf(properties(program), needed);
        if (!program.equals("gateway")) {
            all.addAll(variablesOf(
                    read(ROOT.resolve("chassis/src/main/resources/META-INF/microprofile-config.properties")), needed));
        }
        return all;
    }

    private static Set<String> variablesOf(Properties settings, boolean needed) {
        Set<String> found = new TreeSet<>();
        settings.forEach((name, value) -> {
            Matcher variable = VARIABLE.matcher((String) value);
            while (variable.find()) {
                if (!needed || variable.group(2).isEmpty()) {
                    found.add(variable.group(1));
                }
            }
        });
        return found;
    }

    private static Properties properties(String program) throws IOException {
        return read(ROOT.resolve(program).resolve("src/main/resources/application.properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
