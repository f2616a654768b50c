package eu.mieux.chassis.testing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Operations.Operation;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every path of the service's contract with every method that it does not offer there: 405, and which it does offer. */
public final class WrongMethods {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private WrongMethods() {}

    public static void areToldWhichAreRight() {
        List<Operation> all = Operations.ofTheService().all();
        assertThat(all).isNotEmpty();
        Tokens anybody = Tokens.of("manager");
        all.stream().map(Operation::path).distinct().forEach(template -> {
            String path = PARAMETER.matcher(template).replaceAll("1");
            Set<String> offered = offered(all, path);
            METHODS.stream()
                    .filter(method -> !offered.contains(method))
                    .forEach(method -> isTold(
                            method + " " + path, offered, anybody.request().request(method, path)));
        });
    }

    /** By all templates that this path is of. */
    private static Set<String> offered(List<Operation> all, String path) {
        return all.stream()
                .filter(operation ->
                        path.matches(PARAMETER.matcher(operation.path()).replaceAll("[^/]+")))
                .map(Operation::method)
                .collect(toCollection(TreeSet::new));
    }

    private static void isTold(String call, Set<String> offered, Response answer) {
        Set<String> allowed = new TreeSet<>(offered);
        if (offered.contains("GET")) {
            allowed.add("HEAD");
        }
        assertThat(answer.statusCode()).as(call).isEqualTo(405);
        assertThat(answer.contentType()).as(call).startsWith("application/problem+json");
        assertThat(Arrays.asList(answer.header("Allow").split(", ", -1)))
                .as(call)
                .containsExactlyInAnyOrderElementsOf(allowed);
    }
}
