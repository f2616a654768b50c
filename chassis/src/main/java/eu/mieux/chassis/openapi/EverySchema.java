package eu.mieux.chassis.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Walks through schemas and all that they are made of; what they refer to by name is not followed. */
final class EverySchema {

    private EverySchema() {}

    static void within(@Nullable Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        parts(schema).forEach(part -> within(part, visitor));
    }

    static void within(@Nullable Content content, Consumer<Schema> visitor) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().stream()
                    .map(MediaType::getSchema)
                    .forEach(schema -> within(schema, visitor));
        }
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        values(schema.getProperties()),
                        all(schema.getAnyOf()),
                        all(schema.getOneOf()),
                        all(schema.getAllOf()),
                        Stream.of(schema).map(Schema::getItems),
                        Stream.of(schema).map(Schema::getAdditionalPropertiesSchema))
                .flatMap(part -> part)
                .filter(Objects::nonNull);
    }

    private static Stream<Schema> values(@Nullable Map<String, Schema> schemas) {
        return schemas == null ? Stream.of() : all(schemas.values());
    }

    private static Stream<Schema> all(@Nullable Collection<Schema> schemas) {
        return schemas == null ? Stream.of() : List.copyOf(schemas).stream();
    }
}
