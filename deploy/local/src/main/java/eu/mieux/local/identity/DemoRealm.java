package eu.mieux.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The persons and machines that both identity providers know, read from the very file that Keycloak imports
 * ({@code deploy/keycloak/mieux-realm.json}), so that there is one list of them.
 */
public final class DemoRealm {

    private static final List<String> WITH_SEVERAL_VALUES = List.of("regions", "countries");

    private final JsonNode realm;

    private DemoRealm(JsonNode realm) {
        this.realm = realm;
    }

    /**
     * Somebody who can sign in, or a machine.
     *
     * @param secret the password of a person, the client secret of a machine
     * @param client the client that a machine signs in as; null for a person
     * @param scopes what the machine may be used for; a person has none
     */
    public record Principal(
            String username, String secret, @Nullable String client, Claims claims, Scopes scopes) {

        boolean isMachine() {
            return client != null;
        }

        public List<String> roles() {
            return ((List<?>) Objects.requireNonNull(claims.values().get("roles")))
                    .stream().map(String::valueOf).toList();
        }
    }

    /**
     * The scopes of a machine, those that its tokens name.
     *
     * @param held that each of its tokens has
     * @param onRequest that a token has when it is asked for with them
     */
    public record Scopes(List<String> held, List<String> onRequest) {}

    public static DemoRealm read() {
        try (InputStream file = Objects.requireNonNull(DemoRealm.class.getResourceAsStream("/mieux-realm.json"))) {
            return new DemoRealm(new JsonMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Principal> persons() {
        return principals().stream().filter(one -> !one.isMachine()).toList();
    }

    List<Principal> machines() {
        return principals().stream().filter(Principal::isMachine).toList();
    }

    /** The first person or machine with this role. */
    Principal having(String role) {
        return principals().stream()
                .filter(one -> one.roles().contains(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody has the role " + role));
    }

    private List<Principal> principals() {
        List<Principal> all = new ArrayList<>();
        realm.path("users").forEach(user -> all.add(principal(user)));
        return all;
    }

    private Principal principal(JsonNode user) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", user.path("id").asString());
        claims.put(
                "name",
                user.path("firstName").asString() + " " + user.path("lastName").asString());
        claims.put("roles", texts(user.path("realmRoles")));
        user.path("attributes").properties().forEach(attribute -> {
            List<String> values = texts(attribute.getValue());
            claims.put(
                    attribute.getKey(), WITH_SEVERAL_VALUES.contains(attribute.getKey()) ? values : values.getFirst());
        });
        String username = user.path("username").asString();
        JsonNode id = user.path("serviceAccountClientId");
        if (id.isMissingNode()) {
            return new Principal(username, password(user), null, new Claims(claims), new Scopes(List.of(), List.of()));
        }
        JsonNode client = named(realm.path("clients"), "clientId", id.asString());
        return new Principal(
                username,
                client.path("secret").asString(),
                id.asString(),
                new Claims(claims),
                new Scopes(scopes(client, "defaultClientScopes"), scopes(client, "optionalClientScopes")));
    }

    private static String password(JsonNode user) {
        return user.path("credentials").path(0).path("value").asString();
    }

    private List<String> scopes(JsonNode client, String which) {
        return texts(client.path(which)).stream()
                .filter(scope -> named(realm.path("clientScopes"), "name", scope)
                        .path("attributes")
                        .path("include.in.token.scope")
                        .asString()
                        .equals("true"))
                .toList();
    }

    private static JsonNode named(JsonNode all, String field, String name) {
        return all.valueStream()
                .filter(one -> one.path(field).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
