package eu.mieux.chassis.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may be done at an address, by the service's own contract. Whoever used another method is to be told (RFC 9110,
 * 15.5.6), and JAX-RS does not say it. Read when first asked for.
 */
public final class OfferedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private OfferedMethods() {}

    /** As the header {@code Allow} has them; empty for an address that the contract does not know. */
    static String at(String path) {
        return String.join(", ", offered(path));
    }

    /**
     * Why a call found no operation: of classes whose paths begin alike JAX-RS asks one alone, and says that there is nothing where
     * another has something else to do.
     */
    static WebApplicationException meant(WebApplicationException said, String method, String path) {
        Set<String> offered = offered(path);
        return said instanceof NotFoundException && !offered.isEmpty() && !offered.contains(method)
                ? new NotAllowedException(
                        Response.status(Response.Status.METHOD_NOT_ALLOWED).build())
                : said;
    }

    /** By every template that it is of: {@code /shoes/lost.ics} may be a calendar, and a shoe of that name. */
    private static Set<String> offered(String path) {
        return Contract.OFFERS.stream()
                .filter(offer -> offer.path().matcher(path).matches())
                .flatMap(offer -> offer.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses of the service, with names in braces for what differs from call to call. */
    public static Set<String> templates() {
        return Contract.OFFERS.stream().map(Offer::template).collect(Collectors.toUnmodifiableSet());
    }

    private record Offer(String template, Pattern path, List<String> methods) {

        static Offer of(String template, JsonNode operations) {
            String pattern = "\\Q" + PARAMETER.matcher(template).replaceAll("\\\\E[^/]+\\\\Q") + "\\E";
            List<String> methods = operations
                    .propertyStream()
                    .filter(operation -> operation.getValue().has("operationId"))
                    .flatMap(operation -> allowed(operation.getKey()).stream())
                    .toList();
            return new Offer(template, Pattern.compile(pattern), methods);
        }

        private static List<String> allowed(String method) {
            return method.equals("get") ? List.of("GET", "HEAD") : List.of(method.toUpperCase(Locale.ROOT));
        }
    }

    private static final class Contract {

        static final List<Offer> OFFERS = read();

        private static List<Offer> read() {
            try (InputStream contract = Thread.currentThread()
                    .getContextClassLoader()
                    .getResourceAsStream("META-INF/quarkus-generated-openapi-doc.JSON")) {
                if (contract == null) {
                    throw new IllegalStateException("The service was built without its contract.");
                }
                return new JsonMapper()
                        .readTree(contract)
                        .path("paths")
                        .propertyStream()
                        .map(path -> Offer.of(path.getKey(), path.getValue()))
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException("The service's contract cannot be read.", e);
            }
        }
    }
}
