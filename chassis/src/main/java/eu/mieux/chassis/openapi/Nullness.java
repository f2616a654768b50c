package eu.mieux.chassis.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * What may be null, by the records that the schemas describe: a component that is {@code @Nullable} may be, every other is
 * always there. The scanner takes no notice of either.
 */
final class Nullness {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final List<ClassInfo> records;

    Nullness(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> !type.hasDeclaredAnnotation(INCLUDE))
                .toList();
    }

    void mark(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                mark(name, schema, schema.getProperties().keySet());
            }
        });
    }

    /** Records of one name, with the same components, could differ in what may be null: then nothing is said. */
    private void mark(String name, Schema schema, Set<String> properties) {
        Set<Set<String>> nullable = records.stream()
                .filter(type -> isCalled(type, name))
                .filter(type -> names(type.recordComponents()).equals(properties))
                .map(Nullness::nullable)
                .collect(Collectors.toSet());
        if (nullable.size() != 1) {
            return;
        }
        Set<String> mayBeNull = nullable.iterator().next();
        Set<String> required = new HashSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        schema.getProperties().forEach((property, type) -> {
            if (mayBeNull.contains(property)) {
                schema.addProperty(property, orNull(type));
            } else {
                required.add(property);
            }
        });
        List<String> inOrder = properties.stream().filter(required::contains).toList();
        schema.setRequired(inOrder.isEmpty() ? null : inOrder);
    }

    private static boolean isCalled(ClassInfo type, String name) {
        AnnotationInstance named = type.declaredAnnotation(NAMED);
        if (named != null && named.value("name") != null) {
            return named.value("name").asString().equals(name);
        }
        // PageDeploymentView is a Page, Outcome1 the second Outcome.
        return name.equals(type.simpleName())
                || (name.startsWith(type.simpleName())
                        && (!type.typeParameters().isEmpty() || Character.isDigit(name.charAt(name.length() - 1))));
    }

    private static Set<String> names(List<RecordComponentInfo> components) {
        return components.stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static Set<String> nullable(ClassInfo type) {
        return names(type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .toList());
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().anyOf(List.of(schema, ofType(Schema.SchemaType.NULL)));
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            List<Schema.SchemaType> types = new ArrayList<>(schema.getType());
            types.add(Schema.SchemaType.NULL);
            schema.setType(types);
        }
        return schema;
    }

    private static Schema ofType(Schema.SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
