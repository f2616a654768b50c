package eu.mieux.chassis.openapi;

import eu.mieux.chassis.http.Page;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Says of every text, number and list how large it can be, where the code says nothing narrower. Each of these is kept by
 * something: a body ends at a mebibyte and a file's cell long before, an address at 8 KiB and the headers at 16, whole numbers
 * have the width of their type, and neither JSON nor an address nor PostgreSQL has a NUL character.
 */
final class Bounds {

    /** Of a body, {@code mieux.http.max-body}; so no text that came in one is longer. */
    static final int LONGEST_BODY = 1024 * 1024;

    static final int LONGEST_ADDRESS = 8 * 1024;
    static final int LONGEST_HEADERS = 16 * 1024;

    /** An element takes two characters of a body at least, and three of an address. */
    private static final int MOST_ELEMENTS = LONGEST_BODY / 2;

    /** Of a file to import. */
    private static final int LONGEST_FILE = Integer.MAX_VALUE;

    private static final int MOST_VALUES = LONGEST_ADDRESS / 3;

    /** The largest whole number that every JSON reader keeps: 2^53 - 1. No count and no version comes near. */
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf((1L << 53) - 1);

    /** A decimal fraction with as many digits as it has (OpenAPI Format Registry). */
    private static final String EXACT = "decimal";

    private static final String CSV = "text/csv";
    private static final String NO_NUL = "^[^\\u0000]*$";
    private static final Map<String, Integer> LENGTHS = Map.of("uuid", 36, "date", 10, "date-time", 30);

    private final Map<String, Schema> schemas;
    /** By identity: two schemas that look alike are two. */
    private final Set<Schema> received = Collections.newSetFromMap(new IdentityHashMap<>());

    private Bounds(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void describe(OpenAPI document) {
        Bounds bounds = new Bounds(document.getComponents().getSchemas());
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
        operations.forEach(bounds::parameters);
        operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .forEach(body -> bounds.received(body.getContent()));
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getGET)
                .filter(Objects::nonNull)
                .forEach(bounds::page);
        operations.forEach(
                operation -> operation.getResponses().getAPIResponses().values().forEach(bounds::answer));
        bounds.schemas.values().forEach(schema -> EverySchema.within(schema, bounds::sent));
    }

    private void parameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            boolean header = parameter.getIn() == Parameter.In.HEADER;
            if (parameter.getIn() == Parameter.In.QUERY && parameter.getName().equals("limit")) {
                limit(parameter.getSchema());
            }
            EverySchema.within(parameter.getSchema(), schema -> {
                text(schema, header ? LONGEST_HEADERS : LONGEST_ADDRESS);
                list(schema, MOST_VALUES);
                number(schema, true);
            });
        }
    }

    private static void limit(Schema schema) {
        if (schema.getMaximum() == null) {
            schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Page.MAX));
        }
    }

    /** What a client sends: here a field that is not known is refused. */
    private void received(Content content) {
        file(content);
        EverySchema.within(content, this::received);
    }

    private void received(Schema schema) {
        Schema known = named(schema);
        if (known != null && received.add(known)) {
            EverySchema.within(known, this::received);
        }
        if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
        text(schema, LONGEST_BODY);
        list(schema, MOST_ELEMENTS);
        number(schema, true);
    }

    /** A page has no more items than could be asked for. */
    private void page(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer == null || operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("limit"))
                .map(parameter -> parameter.getSchema().getMaximum())
                .forEach(most -> EverySchema.within(answer.getContent(), page -> {
                    Schema known = named(page);
                    Schema items = known == null || known.getProperties() == null
                            ? null
                            : known.getProperties().get("items");
                    if (items != null) {
                        list(items, most.intValue());
                    }
                }));
    }

    private void answer(APIResponse answer) {
        file(answer.getContent());
        EverySchema.within(answer.getContent(), this::sent);
        if (answer.getHeaders() != null) {
            answer.getHeaders()
                    .values()
                    .forEach(header -> EverySchema.within(header.getSchema(), schema -> {
                        text(schema, LONGEST_HEADERS);
                        number(schema, false);
                    }));
        }
    }

    private static void file(@Nullable Content content) {
        MediaType file = content == null ? null : content.getMediaType(CSV);
        if (file != null) {
            Schema lines = OASFactory.createSchema().addType(SchemaType.STRING);
            text(lines, LONGEST_FILE);
            file.setSchema(lines);
        }
    }

    private void sent(Schema schema) {
        text(schema, LONGEST_BODY);
        list(schema, MOST_ELEMENTS);
        number(schema, false);
    }

    private static void text(Schema schema, int longest) {
        if (!is(schema, SchemaType.STRING) || schema.getEnumeration() != null || schema.getConstValue() != null) {
            return;
        }
        if (schema.getMaxLength() == null) {
            schema.setMaxLength(LENGTHS.getOrDefault(String.valueOf(schema.getFormat()), longest));
        }
        if (schema.getFormat() == null && schema.getPattern() == null) {
            schema.setPattern(NO_NUL);
        }
    }

    private static void list(Schema schema, int most) {
        if (is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(most);
        }
    }

    /** Numbers that are answered count something; those that are asked with can be anything that their type holds. */
    private static void number(Schema schema, boolean asked) {
        if (is(schema, SchemaType.NUMBER) && schema.getFormat() == null) {
            schema.setFormat(EXACT);
        }
        if (!is(schema, SchemaType.INTEGER)) {
            return;
        }
        if (schema.getFormat() == null) {
            schema.setFormat("int32");
        }
        boolean small = schema.getFormat().equals("int32");
        BigDecimal largest = small ? BigDecimal.valueOf(Integer.MAX_VALUE) : LARGEST_EXACT;
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(
                    !asked ? BigDecimal.ZERO : small ? BigDecimal.valueOf(Integer.MIN_VALUE) : largest.negate());
        }
        if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
            schema.setMaximum(largest);
        }
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private @Nullable Schema named(Schema schema) {
        String reference = schema.getRef();
        return reference == null ? null : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
