package eu.mieux.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm file, the map of the house and the local provider say the same, and the realm is shut where it has to be. */
class DemoRealmTest {

    private static final Path ROOT = Path.of(System.getProperty("mieux.root"));
    private static final List<String> SERVICES =
            List.of("pre-implementation", "implementation", "expert", "monitoring", "knowledge");

    private static final Pattern RESOURCE = Pattern.compile("(?m)^ +\"?/api/v1/([a-z-]+)");
    private static final Pattern OPERATION = Pattern.compile("(\\w+) /api/v1/([a-z-]+).*");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    private final JsonNode realm = read("deploy/keycloak/mieux-realm.json");

    @Test
    void the_roles_are_those_of_the_map() throws IOException {
        assertThat(names(realm.path("roles").path("realm"), "name"))
                .containsExactlyElementsOf(Claims.ROLES)
                .containsExactlyInAnyOrderElementsOf(namesIn(section("Roles are those of the domain: ", "\\.")));
    }

    @Test
    void the_claims_are_those_of_the_map_each_by_one_mapper() throws IOException {
        List<String> mapped = mappers()
                .map(mapper -> mapper.path("config")
                        .path("claim.name")
                        .asString(mapper.path("name").asString()))
                .filter(name -> !name.equals("audience"))
                .toList();

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(namesIn(section("Claims: ", "\\. Roles")));
        assertThat(mappers().filter(mapper -> mapper.path("name").asString().equals("audience")))
                .singleElement()
                .matches(mapper -> mapper.path("config")
                        .path("included.custom.audience")
                        .asString()
                        .equals(SuiteClaims.AUDIENCE));
    }

    @Test
    void what_the_map_calls_an_array_has_several_values() throws IOException {
        String claims = section("Claims: ", "\\. Roles");
        for (JsonNode mapper : mappers().toList()) {
            JsonNode name = mapper.path("config").path("claim.name");
            if (!name.isMissingNode()) {
                assertThat(mapper.path("config").path("multivalued").asString("false"))
                        .as(name.asString())
                        .isEqualTo(String.valueOf(claims.contains("`" + name.asString() + "` (array)")));
            }
        }
    }

    @Test
    void there_is_a_person_or_a_machine_for_every_role_and_nobody_with_two() {
        assertThat(Stream.concat(DemoRealm.read().persons().stream(), DemoRealm.read().machines().stream())
                        .map(DemoRealm.Principal::roles))
                .allMatch(roles -> roles.size() == 1)
                .extracting(List::getFirst)
                .containsAll(Claims.ROLES);
    }

    @Test
    void everybody_is_known_by_an_id_of_the_form_that_keycloak_gives_and_by_the_role_as_user_name() {
        assertThat(Stream.concat(DemoRealm.read().persons().stream(), DemoRealm.read().machines().stream())
                        .map(one ->
                                UUID.fromString(one.claims().values().get("sub").toString())))
                .doesNotHaveDuplicates();
        assertThat(DemoRealm.read().persons()).allMatch(person -> person.roles().equals(List.of(person.username())));
    }

    @Test
    void every_attribute_of_a_person_is_declared_and_only_an_administrator_may_change_it() {
        JsonNode profile = new JsonMapper()
                .readTree(realm.path("components")
                        .path("org.keycloak.userprofile.UserProfileProvider")
                        .path(0)
                        .path("config")
                        .path("kc.user.profile.config")
                        .path(0)
                        .asString());
        JsonNode declared = profile.path("attributes");

        assertThat(names(declared, "name"))
                .containsAll(mappers()
                        .map(mapper -> mapper.path("config").path("user.attribute"))
                        .filter(attribute -> !attribute.isMissingNode())
                        .map(JsonNode::asString)
                        .toList());
        assertThat(declared.valueStream())
                .allMatch(attribute -> attribute
                        .path("permissions")
                        .path("edit")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                        .equals(List.of("admin")));
    }

    @Test
    void a_front_end_has_no_secret_but_pkce_and_sends_people_to_this_machine_only() {
        JsonNode frontEnd = client(FrontEnd.CLIENT);

        assertThat(frontEnd.path("publicClient").asBoolean()).isTrue();
        assertThat(frontEnd.path("attributes")
                        .path("pkce.code.challenge.method")
                        .asString())
                .isEqualTo("S256");
        assertThat(frontEnd.path("redirectUris").valueStream().map(JsonNode::asString))
                .containsExactly("http://localhost/*", "http://127.0.0.1/*");
    }

    @Test
    void only_the_command_line_may_send_a_password_and_no_client_does_what_is_out_of_date() {
        assertThat(realm.path("clients").valueStream())
                .allMatch(client -> !client.path("implicitFlowEnabled").asBoolean())
                .filteredOn(client -> client.path("directAccessGrantsEnabled").asBoolean())
                .extracting(client -> client.path("clientId").asString())
                .containsExactly(Tokens.COMMAND_LINE);
    }

    @Test
    void a_machine_has_a_secret_scopes_that_there_are_and_no_page_to_sign_in_on() {
        assertThat(DemoRealm.read().machines()).hasSize(2).allSatisfy(machine -> {
            JsonNode client = client(machine.client());
            assertThat(machine.roles()).containsExactly("client");
            assertThat(machine.secret()).isNotBlank();
            assertThat(client.path("publicClient").asBoolean()).isFalse();
            assertThat(client.path("standardFlowEnabled").asBoolean()).isFalse();
            assertThat(client.path("defaultClientScopes").valueStream().map(JsonNode::asString))
                    .contains("mieux")
                    .isSubsetOf(names(realm.path("clientScopes"), "name"));
        });
    }

    @Test
    void the_scopes_of_machines_name_resources_of_the_api() throws IOException {
        Set<String> resources = new HashSet<>();
        for (String service : SERVICES) {
            RESOURCE.matcher(Files.readString(ROOT.resolve(service + "-service/contract/openapi.yaml")))
                    .results()
                    .forEach(path -> resources.add(path.group(1)));
        }

        assertThat(names(realm.path("clientScopes"), "name"))
                .filteredOn(scope -> !List.of("mieux", "profile").contains(scope))
                .hasSizeGreaterThan(10)
                .allMatch(scope -> scope.endsWith(":read") || scope.endsWith(":write"))
                .allMatch(scope -> resources.contains(scope.substring(0, scope.indexOf(':'))));
    }

    @Test
    void whatever_machines_may_do_beyond_others_there_is_a_scope_for() throws IOException {
        Set<String> needed = new HashSet<>();
        for (String service : SERVICES) {
            List<String> table = Files.readAllLines(ROOT.resolve(service + "-service/contract/access.csv"));
            table.stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                List<String> roles = List.of(cells).subList(3, cells.length);
                Matcher operation = OPERATION.matcher(cells[0]);
                boolean isForAll = roles.stream().allMatch(cell -> cell.startsWith("ok"));
                if (roles.getLast().startsWith("ok") && !isForAll && operation.matches()) {
                    needed.add(operation.group(2) + (operation.group(1).equals("GET") ? ":read" : ":write"));
                }
            });
        }

        assertThat(needed).hasSizeGreaterThan(10);
        assertThat(names(realm.path("clientScopes"), "name")).containsAll(needed);
    }

    private Stream<JsonNode> mappers() {
        return realm.path("clientScopes")
                .valueStream()
                .filter(scope -> scope.path("name").asString().equals("mieux"))
                .flatMap(scope -> scope.path("protocolMappers").valueStream());
    }

    private JsonNode client(String id) {
        return realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asString()).toList();
    }

    private static String section(String from, String to) throws IOException {
        String map = Files.readString(ROOT.resolve("docs/map.md"));
        String tokens = map.substring(map.indexOf("## Tokens"), map.indexOf("## The API in short"));
        return tokens.substring(tokens.indexOf(from)).split(to, 2)[0];
    }

    private static List<String> namesIn(String text) {
        return NAME.matcher(text)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    private static JsonNode read(String path) {
        try {
            return new JsonMapper().readTree(Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
