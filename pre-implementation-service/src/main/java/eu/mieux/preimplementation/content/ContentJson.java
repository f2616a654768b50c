package eu.mieux.preimplementation.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A fiche's content as JSON. The mapper is its own: what is kept must not change with what the API accepts. */
public final class ContentJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContentJson() {}

    public static ObjectNode tree(FicheContent content) {
        return JSON.valueToTree(content);
    }

    static FicheContent content(JsonNode tree) {
        return read(tree.toString());
    }

    static String write(FicheContent content) {
        return tree(content).toString();
    }

    static FicheContent read(String json) {
        try {
            return JSON.readValue(json, FicheContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept content of an Action Fiche cannot be read.", e);
        }
    }
}
