package eu.mieux.chassis.metrics;

import eu.mieux.chassis.problem.OfferedMethods;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests are counted by the routes of the service's contract, and what is at none of them together: a path that was refused before
 * it was found to be one would be a label of its own, with whatever its sender wrote into it.
 */
@Singleton
class KnownRoutes implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String ROUTE = "uri";
    private static final Tag OTHER = Tag.of(ROUTE, "OTHER");

    /** What Quarkus says where it knows that there is no route. */
    private static final Set<String> NONE = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

    /** <code>{year: \\d{4}}</code>, of which the contract tells the name. */
    private static final Pattern FORM_OF_A_PARAMETER = Pattern.compile("\\{(\\w+)\\s*:[^/]*}");

    private volatile @Nullable Set<String> routes;

    @Override
    public Meter.Id map(Meter.Id id) {
        String route = id.getName().equals(REQUESTS) ? id.getTag(ROUTE) : null;
        if (route == null || NONE.contains(route) || routes().contains(route)) {
            return id;
        }
        String named = FORM_OF_A_PARAMETER.matcher(route).replaceAll("{$1}");
        return id.withTag(routes().contains(named) ? Tag.of(ROUTE, named) : OTHER);
    }

    /** Looked up with the first request, when the contract is there. */
    private Set<String> routes() {
        Set<String> known = routes;
        if (known == null) {
            known = OfferedMethods.templates();
            routes = known;
        }
        return known;
    }
}
