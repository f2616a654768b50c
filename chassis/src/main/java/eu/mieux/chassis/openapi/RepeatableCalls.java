package eu.mieux.chassis.openapi;

import eu.mieux.chassis.idempotency.Idempotent;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says of each operation that is {@link Idempotent} which header makes it so. */
final class RepeatableCalls {

    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final String MEANING = """
            A name of your own for this call, such as a new UUID. For a day, the same call under the same name takes effect once and is \
            answered the same, with `Idempotency-Replayed: true`; another call under that name is refused (422), and so is one that comes \
            while the first is under way (409).""";

    private final Set<String> operations;

    RepeatableCalls(IndexView index) {
        this.operations = index.getAnnotations(IDEMPOTENT).stream()
                .filter(mark -> mark.target().kind() == AnnotationTarget.Kind.METHOD)
                .map(RepeatableCalls::operationId)
                .collect(Collectors.toSet());
    }

    private static String operationId(AnnotationInstance mark) {
        AnnotationValue of = mark.value("of");
        return of == null ? operationId(mark.target().asMethod()) : of.asString();
    }

    private static String operationId(MethodInfo method) {
        AnnotationInstance operation = method.annotation(OPERATION);
        return operation != null && operation.value("operationId") != null
                ? operation.value("operationId").asString()
                : new OperationIds().generateOperationId(method.declaringClass(), method);
    }

    void describe(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operations.contains(operation.getOperationId()))
                .forEach(RepeatableCalls::describe);
    }

    private static void describe(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name(Idempotent.HEADER)
                .description(MEANING)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255)
                        .pattern("^[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?$")));
    }
}
