package eu.mieux.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Gives every page its {@code Link: <…>; rel="next"}. */
class NextLink {

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            URI asked = request.getUriInfo().getRequestUri();
            response.getHeaders()
                    .add(
                            "Link",
                            "<%s?%s>; rel=\"next\""
                                    .formatted(asked.getRawPath(), query(asked.getRawQuery(), page.next())));
        }
    }

    /** The same question with another cursor; by hand, because a UriBuilder takes braces in a value for a template. */
    private static String query(@Nullable String asked, String cursor) {
        Stream<String> kept = asked == null
                ? Stream.empty()
                : Arrays.stream(asked.split("&")).filter(p -> !p.isEmpty() && !p.startsWith("cursor="));
        return Stream.concat(kept, Stream.of("cursor=" + cursor)).collect(Collectors.joining("&"));
    }
}
