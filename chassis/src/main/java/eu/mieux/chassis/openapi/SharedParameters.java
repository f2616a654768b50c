package eu.mieux.chassis.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What the parameters mean that mean the same wherever they stand; an operation that describes one itself is left alone. */
final class SharedParameters {

    private static final String IF_MATCH = "If-Match";
    private static final Map<String, String> MEANINGS = Map.of(
            "cursor", "Where the page before ended: its `next`. Without, the list begins.",
            "limit", "How many items a page may have",
            "Accept-Language", "In which language labels are wanted: en, fr or es",
            "id", "Its id, as lists tell it",
            "idOrKey", "The record's id, or its key",
            "idOrCode", "The record's id, or its code",
            "idOrReference", "The record's id, or its reference",
            "status", "Only those that stand so");

    private SharedParameters() {}

    static void describe(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(SharedParameters::describe));
    }

    private static void describe(HttpMethod method, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getDescription() != null) {
                continue;
            }
            if (IF_MATCH.equals(parameter.getName())) {
                parameter.setDescription(
                        method == HttpMethod.PUT
                                ? "The ETag of your last read of the record; it must be sent"
                                : "The ETag of your last read of the record; when it is sent, it must still be the record's");
            } else {
                parameter.setDescription(MEANINGS.get(parameter.getName()));
            }
        }
    }
}
