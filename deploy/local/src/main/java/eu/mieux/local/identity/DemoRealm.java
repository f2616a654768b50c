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
     */
    public record Principal(
            String username, String secret, @Nullable String client, Claims claims) {

        boolean isMachine() {
            return client != null;
        }

        public List<String> roles() {
            return ((List<?>) Objects.requireNonNull(claims.values().get("roles")))
                    .stream().map(String::valueOf).toList();
        }
    }

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
        JsonNode client = user.path("serviceAccountClientId");
        return client.isMissingNode()
                ? new Principal(user.path("username").asString(), password(user), null, new Claims(claims))
                : new Principal(
                        user.path("username").asString(),
                        secretOf(client.asString()),
                        client.asString(),
                        new Claims(claims));
    }

    private static String password(JsonNode user) {
        return user.path("credentials").path(0).path("value").asString();
    }

    private String secretOf(String clientId) {
        return realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString().equals(clientId))
                .findFirst()
                .orElseThrow()
                .path("secret")
                .asString();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
