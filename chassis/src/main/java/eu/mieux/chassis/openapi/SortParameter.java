package eu.mieux.chassis.openapi;

import eu.mieux.chassis.http.Order;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Says of each list by what it can be sorted: the enum that its {@code sort} refers to, in the words of its callers. */
final class SortParameter {

    private static final String MEANING =
            "By which field the list is sorted; with a minus before it, the other way round. What is alike follows by id, what has no value comes last. A cursor goes on in the order in which it was given out.";

    private SortParameter() {}

    static void describe(OpenAPI document) {
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        List<Parameter> parameters = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(parameter -> "sort".equals(parameter.getName()))
                .toList();
        for (Parameter parameter : parameters) {
            // The scanner writes two: what is referred to, and what applies unless it is given.
            List<Schema> said = parameter.getSchema().getAllOf() == null
                    ? List.of(parameter.getSchema())
                    : parameter.getSchema().getAllOf();
            Schema orders = OASFactory.createSchema().addType(SchemaType.STRING);
            for (Schema one : said) {
                if (one.getRef() != null) {
                    String name = one.getRef().substring(one.getRef().lastIndexOf('/') + 1);
                    Order.names(constants(schemas.remove(name), name)).forEach(orders::addEnumeration);
                }
                if (one.getDefaultValue() != null) {
                    orders.setDefaultValue(one.getDefaultValue());
                }
            }
            parameter.setSchema(orders);
            parameter.setDescription(MEANING);
        }
        document.getComponents().setSchemas(schemas);
    }

    private static Stream<String> constants(@Nullable Schema fields, String name) {
        if (fields == null || fields.getEnumeration() == null) {
            throw new IllegalStateException("A sort takes an enum of its own: " + name);
        }
        return fields.getEnumeration().stream().map(String::valueOf);
    }
}
