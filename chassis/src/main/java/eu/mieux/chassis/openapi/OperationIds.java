package eu.mieux.chassis.openapi;

import io.smallrye.openapi.api.OperationIdGenerator;
import java.util.Locale;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/**
 * What generated clients call an operation, from the code's own words: {@code RequestResource.submit} is
 * {@code submitRequest}, {@code list} is {@code listRequests}, and a GET of anything else, such as
 * {@code RequestResource.eligibility}, is {@code getRequestEligibility}. An {@code @Operation(operationId)} comes first.
 */
public final class OperationIds implements OperationIdGenerator {

    private static final String RESOURCE = "Resource";

    @Override
    public String generateOperationId(ClassInfo resource, MethodInfo method) {
        String name = resource.simpleName();
        String noun = name.endsWith(RESOURCE) ? name.substring(0, name.length() - RESOURCE.length()) : name;
        return of(noun, method.name(), method.hasAnnotation("jakarta.ws.rs.GET"));
    }

    static String of(String noun, String method, boolean reading) {
        if (!reading) {
            return method + noun;
        }
        return switch (method) {
            case "list" -> "list" + plural(noun);
            case "get" -> "get" + noun;
            default -> {
                String part = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
                yield noun.endsWith(part) ? "get" + noun : "get" + noun + part;
            }
        };
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
