package eu.mieux.chassis.openapi;

import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Whatever answers a record, or a list of them, can be asked for some of its fields. */
final class FieldsParameter {

    private static final String MEANING =
            "The fields to answer, separated by commas, and no others; of a list, those of its items. All of them unless given.";

    private FieldsParameter() {}

    static void describe(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getGET)
                .filter(Objects::nonNull)
                .filter(operation -> answersRecords(operation, schemas))
                .forEach(operation -> operation.addParameter(OASFactory.createParameter()
                        .in(Parameter.In.QUERY)
                        .name("fields")
                        .description(MEANING)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    }

    private static boolean answersRecords(Operation operation, Map<String, Schema> schemas) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer == null || answer.getContent() == null) {
            return false;
        }
        MediaType json = answer.getContent().getMediaType("application/json");
        Schema schema = json == null ? null : known(json.getSchema(), schemas);
        if (schema == null || schema.getProperties() == null) {
            return false;
        }
        Schema items = schema.getProperties().get("items");
        Schema item = items == null ? schema : known(items.getItems(), schemas);
        return item != null && item.getProperties() != null;
    }

    /** What is referred to; nothing of what is described on the spot. */
    private static @Nullable Schema known(@Nullable Schema schema, Map<String, Schema> schemas) {
        String reference = schema == null ? null : schema.getRef();
        return reference == null ? null : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
