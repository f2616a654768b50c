package eu.mieux.chassis.openapi;

import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Whatever answers a record, or a list of them, can be asked for some of its fields. */
final class FieldsParameter {

    private static final String MEANING =
            "The fields to answer, separated by commas, and no others; of a list, those of its items. All of them unless given.";

    private FieldsParameter() {}

    static void describe(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getGET)
                .filter(Objects::nonNull)
                .filter(FieldsParameter::answersRecords)
                .forEach(operation -> operation.addParameter(OASFactory.createParameter()
                        .in(Parameter.In.QUERY)
                        .name("fields")
                        .description(MEANING)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    }

    private static boolean answersRecords(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer == null || answer.getContent() == null) {
            return false;
        }
        MediaType json = answer.getContent().getMediaType("application/json");
        return json != null && json.getSchema() != null && json.getSchema().getRef() != null;
    }
}
