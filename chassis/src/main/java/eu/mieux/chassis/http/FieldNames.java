package eu.mieux.chassis.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

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
                : properties(items(type).orElse(type))
                        .map(BeanPropertyDefinition::getName)
                        .toList();
    }

    /** Of a list that tells more than its items, as a search does. */
    private Optional<JavaType> items(JavaType type) {
        return properties(type)
                .filter(property -> property.getName().equals(Page.ITEMS))
                .map(BeanPropertyDefinition::getPrimaryType)
                .filter(JavaType::isCollectionLikeType)
                .map(JavaType::getContentType)
                .findFirst();
    }

    private Stream<BeanPropertyDefinition> properties(JavaType type) {
        return json.getSerializationConfig().introspect(type).findProperties().stream();
    }

    /** What is in such a wrapping; without one, the type itself. */
    private static Type content(Type type, Class<?> wrapping) {
        return type instanceof ParameterizedType wrapped && wrapped.getRawType().equals(wrapping)
                ? wrapped.getActualTypeArguments()[0]
                : type;
    }

    private static boolean answersJson(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own != null ? own : method.getDeclaringClass().getAnnotation(Produces.class);
        return produces == null || Arrays.asList(produces.value()).contains(MediaType.APPLICATION_JSON);
    }

    /** Where the method says no more than {@code Response}, its description for the API document does. */
    private static Type record(Method method) {
        Type type = content(method.getGenericReturnType(), RestResponse.class);
        Type item = content(type, Page.class);
        if (!item.equals(type)) {
            return item;
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
