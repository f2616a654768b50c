package eu.mieux.chassis.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The fields that a reading operation can answer: those of a record, or for a list those of its items. */
@ApplicationScoped
class FieldNames {

    private final ObjectMapper json;
    private final Map<Method, List<String>> names = new ConcurrentHashMap<>();

    FieldNames(ObjectMapper json) {
        this.json = json;
    }

    /** None of what is no record, such as a CSV file. */
    List<String> of(Method method) {
        return names.computeIfAbsent(method, this::find);
    }

    private List<String> find(Method method) {
        if (!method.isAnnotationPresent(GET.class) || !answersJson(method)) {
            return List.of();
        }
        JavaType type = json.constructType(record(method));
        return type.isJavaLangObject() || type.hasRawClass(Response.class)
                ? List.of()
                : json.getSerializationConfig().introspect(type).findProperties().stream()
                        .map(property -> property.getName())
                        .toList();
    }

    private static boolean answersJson(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own != null ? own : method.getDeclaringClass().getAnnotation(Produces.class);
        return produces == null || Arrays.asList(produces.value()).contains(MediaType.APPLICATION_JSON);
    }

    /** Where the method says no more than {@code Response}, its description for the API document does. */
    private static Type record(Method method) {
        Type type = method.getGenericReturnType();
        if (type instanceof ParameterizedType page && page.getRawType().equals(Page.class)) {
            return page.getActualTypeArguments()[0];
        }
        if (!type.equals(Response.class)) {
            return type;
        }
        return Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                .filter(answer -> answer.responseCode().equals("200"))
                .flatMap(answer -> Arrays.stream(answer.content()))
                .map(Content::schema)
                .<Type>map(schema -> schema.implementation())
                .filter(described -> !described.equals(Void.class))
                .findFirst()
                .orElse(type);
    }
}
