package eu.mieux.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every page its {@code Link: <…>; rel="next"}. */
class NextLink {

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            UriInfo uri = request.getUriInfo();
            String target = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toString();
            String relative = target.substring(target.indexOf('/', target.indexOf("//") + 2));
            response.getHeaders().add("Link", "<" + relative + ">; rel=\"next\"");
        }
    }
}
