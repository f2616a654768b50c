package eu.mieux.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that the OpenAPI document files under one tag. */
record Chapter(String title, String summary, List<Operation> operations) {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    public String address() {
        return Addresses.chapter(title);
    }

    /** The chapters of the services, one after the other, by the service's name. */
    static Map<String, List<Chapter>> byService(JsonNode document) throws JsonProcessingException {
        Map<String, List<Chapter>> services = new LinkedHashMap<>();
        for (JsonNode group : document.path("x-tagGroups")) {
            List<Chapter> chapters = new ArrayList<>();
            for (JsonNode tag : group.path("tags")) {
                chapters.add(new Chapter(tag.asText(), summary(tag, document), operations(tag, document)));
            }
            services.put(group.path("name").asText(), chapters);
        }
        return services;
    }

    private static String summary(JsonNode tag, JsonNode document) {
        for (JsonNode described : document.path("tags")) {
            if (described.path("name").equals(tag)) {
                return described.path("description").asText();
            }
        }
        return "";
    }

    private static List<Operation> operations(JsonNode tag, JsonNode document) throws JsonProcessingException {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (operation.at("/tags/0").equals(tag)) {
                    operations.add(Operation.of(method, path.getKey(), operation, document));
                }
            }
        }
        return operations;
    }
}
