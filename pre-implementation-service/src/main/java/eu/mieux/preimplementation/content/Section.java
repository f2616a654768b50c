package eu.mieux.preimplementation.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a fiche that people write as one: what is merged or not when two write at once, what a comment is about, and what
 * a difference is told by. Their titles are in the code list {@code fiche-sections}; the order is that of the document.
 */
@Schema(name = "FicheSection")
public enum Section {
    CLASSIFICATION,
    CONTEXT,
    LOGFRAME,
    ACTIVITIES,
    BUDGET,
    RISKS,
    CROSS_CUTTING,
    SDG_TARGETS,
    VISIBILITY;

    /** Of {@link FicheContent}. */
    List<String> fields() {
        return switch (this) {
            case CLASSIFICATION -> List.of("region", "pillar", "themes");
            case CONTEXT -> List.of("context");
            case LOGFRAME -> List.of("objective", "objectiveIndicators", "outcomes");
            case ACTIVITIES -> List.of("activities");
            case BUDGET -> List.of("budget");
            case RISKS -> List.of("risks");
            case CROSS_CUTTING -> List.of("gender", "humanRights", "environment", "crossCutting");
            case SDG_TARGETS -> List.of("sdgTargets");
            case VISIBILITY -> List.of("visibility");
        };
    }

    /** These fields of a whole content; one that is not there is null. */
    public ObjectNode of(JsonNode content) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        fields().forEach(field -> part.set(field, content.path(field).isMissingNode() ? null : content.get(field)));
        return part;
    }
}
