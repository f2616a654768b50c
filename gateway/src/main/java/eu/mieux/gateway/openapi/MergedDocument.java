package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One OpenAPI 3.1 document out of several: what a client may ask of the gateway, and no more. */
final class MergedDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What this API is called among others, whatever its version. */
    private static final String API_ID = "6a5c6a1e-53ad-4f0e-9d0a-6f1d2f0b8c11";

    private static final String DESCRIPTION = """
            The API of a peer-to-peer expertise facility, along its six processes.

            - **Lists** answer `{"items": […], "next": "cursor or null"}`; ask on with `?cursor=`, and set the size with `?limit=`.
            - **Records** carry an ETag; PUT, PATCH and DELETE need it back as `If-Match`.
            - **POST** takes an `Idempotency-Key`, and can then be repeated without doing twice what it does.
            - **Less** is answered on request: `?fields=id,status`, or `Prefer: return=minimal` with a change.
            - **Errors** are `application/problem+json` (RFC 9457) with a `detail` that says what to do.
            - **Labels** come in English, French and Spanish, by `Accept-Language`.
            """;

    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode components = JSON.objectNode();
    private final Tags tags = new Tags();
    private final Set<String> operationIds = new HashSet<>();
    private final ComponentNames names;

    private MergedDocument(List<Contract> contracts) {
        contracts.forEach(Reachable::reduce);
        this.names = new ComponentNames(contracts);
        contracts.forEach(this::add);
    }

    /**
     * @param version of the suite
     * @throws IllegalStateException when two services describe the same operation differently
     */
    static ObjectNode of(String version, List<Contract> contracts) {
        return new MergedDocument(contracts).document(version);
    }

    private void add(Contract contract) {
        ObjectNode document = contract.document();
        JsonNode own = document.path("components");
        Set<String> needed = References.reachable(document.path("paths"), own);
        for (String name : needed) {
            JsonNode component = own.at("/" + name);
            References.rename(component, reference -> names.in(contract, reference));
            String[] place = names.in(contract, name).split("/", 2);
            components.withObjectProperty(place[0]).set(place[1], component);
        }
        References.rename(document.path("paths"), reference -> names.in(contract, reference));
        document.path("paths").properties().forEach(path -> add(contract, path.getKey(), (ObjectNode) path.getValue()));
    }

    private void add(Contract contract, String path, ObjectNode item) {
        for (Map.Entry<String, JsonNode> member : item.properties()) {
            if (member.getValue() instanceof ObjectNode operation && Reachable.METHODS.contains(member.getKey())) {
                tags.file(contract, operation);
                claimId(contract, operation);
            }
        }
        if (paths.get(path) instanceof ObjectNode known) {
            SharedPath.unite(path, known, item);
        } else {
            paths.set(path, item);
        }
    }

    private void claimId(Contract contract, ObjectNode operation) {
        String id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            operation.put("operationId", contract.name() + "-" + id);
        }
    }

    private ObjectNode document(String version) {
        ObjectNode document = JSON.objectNode();
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info")
                .put("title", "MIEUX API")
                .put("version", version)
                .put("description", DESCRIPTION)
                .put("x-api-id", API_ID)
                .put("x-audience", "external-public");
        describeOwner(info);
        document.putArray("servers")
                .addObject()
                .put("url", "/")
                .put("description", "The gateway that this document comes from: local, staging or production")
                .put("x-internal", false);
        tags.describe(document);
        document.set("paths", sorted(paths));
        components
                .putObject("securitySchemes")
                .putObject(Reachable.BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "A token of the facility's identity provider, for the audience `mieux`; verified as RFC8725 asks.");
        document.set("components", components);
        return document;
    }

    private static ObjectNode sorted(ObjectNode paths) {
        Map<String, JsonNode> byName = new TreeMap<>();
        paths.properties().forEach(path -> byName.put(path.getKey(), path.getValue()));
        return JSON.objectNode().setAll(byName);
    }

    /** The addresses are nobody's (RFC 2606): who runs a facility is not known while its software is built. */
    static void describeOwner(ObjectNode info) {
        info.putObject("contact")
                .put("name", "Whoever runs this facility's software")
                .put("url", "https://facility.example/api")
                .put("email", "api@facility.example");
        info.putObject("license").put("name", "EUPL-1.2").put("identifier", "EUPL-1.2");
    }
}
