package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The chapters of the document, grouped by service. */
final class Tags {

    private static final String OF_SEVERAL = "In every service";

    private final Map<String, Set<String>> servicesByTag = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();

    /** An operation without a chapter goes into one named after its service. */
    void file(Contract contract, ObjectNode operation) {
        if (operation.path("tags").isEmpty()) {
            operation.putArray("tags").add(contract.title());
        }
        for (JsonNode tag : operation.get("tags")) {
            servicesByTag
                    .computeIfAbsent(tag.asText(), name -> new LinkedHashSet<>())
                    .add(contract.title());
        }
        for (JsonNode tag : contract.document().path("tags")) {
            if (tag.has("description")) {
                descriptions.putIfAbsent(
                        tag.path("name").asText(), tag.path("description").asText());
            }
        }
    }

    void describe(ObjectNode document) {
        ArrayNode tags = document.putArray("tags");
        Map<String, Set<String>> tagsByGroup = new LinkedHashMap<>();
        servicesByTag.forEach((tag, services) -> {
            ObjectNode described = tags.addObject().put("name", tag);
            if (descriptions.containsKey(tag)) {
                described.put("description", descriptions.get(tag));
            }
            String group =
                    services.size() > 1 ? OF_SEVERAL : services.iterator().next();
            tagsByGroup.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(tag);
        });
        Set<String> ofSeveral = tagsByGroup.remove(OF_SEVERAL);
        if (ofSeveral != null) {
            tagsByGroup.put(OF_SEVERAL, ofSeveral);
        }
        ArrayNode groups = document.putArray("x-tagGroups");
        tagsByGroup.forEach((group, members) -> {
            ObjectNode entry = groups.addObject().put("name", group);
            members.forEach(entry.putArray("tags")::add);
        });
    }
}
