package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts a contract down to what can be reached through the gateway, under the gateway's one way to sign in. */
final class Reachable {

    static final String BEARER = "bearer";
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private Reachable() {}

    static void reduce(Contract contract) {
        ObjectNode document = contract.document();
        ObjectNode paths = document.withObjectProperty("paths");
        List<String> known = new ArrayList<>();
        paths.fieldNames().forEachRemaining(known::add);
        for (String path : known) {
            Optional<Map<String, Set<String>>> values = contract.reach(path);
            if (values.isEmpty()) {
                paths.remove(path);
                continue;
            }
            ObjectNode item = (ObjectNode) paths.get(path);
            item.remove("servers");
            restrict(item, values.get());
            for (String method : METHODS) {
                if (item.get(method) instanceof ObjectNode operation) {
                    operation.remove("servers");
                    restrict(operation, values.get());
                    secure(operation, document);
                }
            }
        }
    }

    /** Tells which values a path's variable may take, where the routes say so. */
    private static void restrict(ObjectNode owner, Map<String, Set<String>> values) {
        for (JsonNode parameter : owner.path("parameters")) {
            Set<String> allowed = values.get(parameter.path("name").asText());
            if (allowed != null && parameter.path("in").asText().equals("path")) {
                ObjectNode schema = ((ObjectNode) parameter).putObject("schema").put("type", "string");
                allowed.forEach(schema.putArray("enum")::add);
            }
        }
    }

    /**
     * Whatever a service calls its scheme, a bearer token it is. What needs none can do with one all the same, and may then
     * answer more.
     */
    private static void secure(ObjectNode operation, ObjectNode document) {
        JsonNode given = operation.has("security") ? operation.get("security") : document.path("security");
        tellRoles(operation, given);
        ArrayNode security = operation.putArray("security");
        if (given.isEmpty()) {
            security.addObject();
            security.addObject().putArray(BEARER);
        }
        for (JsonNode alternative : given) {
            ObjectNode rewritten = security.objectNode();
            if (!alternative.isEmpty()) {
                rewritten.putArray(BEARER);
            }
            boolean said = false;
            for (JsonNode already : security) {
                said |= already.equals(rewritten);
            }
            if (!said) {
                security.add(rewritten);
            }
        }
    }

    /** A service names them as the scheme's scopes, where no reader would look for them. */
    private static void tellRoles(ObjectNode operation, JsonNode given) {
        List<String> roles = new ArrayList<>();
        for (JsonNode alternative : given) {
            alternative
                    .elements()
                    .forEachRemaining(scopes -> scopes.forEach(role -> roles.add("`" + role.asText() + "`")));
        }
        String who = given.isEmpty()
                ? "Public: needs no token."
                : roles.isEmpty() ? "For whoever has a token." : "For the roles " + String.join(", ", roles) + ".";
        String description = operation.path("description").asText("");
        operation.put("description", description.isEmpty() ? who : description + "\n\n" + who);
    }
}
