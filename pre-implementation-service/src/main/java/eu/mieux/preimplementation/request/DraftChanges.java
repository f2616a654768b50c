package eu.mieux.preimplementation.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft is saved piece by piece: what is sent takes the place of what was there, and all else stays (RFC 7396). */
@ApplicationScoped
class DraftChanges {

    private final ObjectMapper json;
    private final Validator validator;

    DraftChanges(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The draft with the fields that are sent; null empties a field that may be empty. */
    Draft applied(ObjectNode changes, Draft draft) throws JsonProcessingException {
        if (changes.isEmpty()) {
            throw new InvalidFields("", "Send at least one field of the draft.");
        }
        ObjectNode all = json.valueToTree(draft);
        all.setAll(changes);
        Draft changed = json.treeToValue(all, Draft.class);
        Set<ConstraintViolation<Draft>> violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return changed;
    }

    /** Keys of the authorities that it will name, as far as what is sent can be understood. */
    List<String> authorities(ObjectNode changes, Draft draft) {
        JsonNode sent = changes.path("authorities");
        return sent.isArray()
                ? sent.valueStream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList()
                : draft.authorities();
    }

    /** How such changes look; a field that is not sent stays as it is. */
    @Schema(name = "RequestDraftChanges", minProperties = 1)
    record Form(
            @Size(max = 300) @Nullable String title,

            @Size(max = 20000) @Nullable String problem,

            @Size(max = 20000) @Nullable String support,

            @Schema(description = "Keys, the lead first") @Size(max = 20) @Nullable
            List<String> authorities,

            @Schema(description = "ISO 3166-1 alpha-2") @Size(max = 60) @Nullable
            List<String> countries,

            @Schema(description = "Codes of the list themes") @Size(max = 30) @Nullable
            List<String> themes,

            @Schema(description = "ISO 639-1, the working languages") @Size(max = 10) @Nullable
            List<String> languages,

            @Nullable LocalDate wishedStart) {}
}
