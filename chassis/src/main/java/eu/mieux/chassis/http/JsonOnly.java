package eu.mieux.chassis.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * A resource that says nothing of media types answers JSON, and nothing else. Left to itself, Quarkus takes a wish for HTML
 * or for an image as leave to print the answer's {@code toString()}.
 */
class JsonOnly {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        if (isParticular(request.getHeaderString(HttpHeaders.ACCEPT)) && saysNothing(resource) && !takesJson(request)) {
            throw new NotAcceptableException();
        }
    }

    @ServerResponseFilter
    public void json(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (response.hasEntity()
                && response.getMediaType() == null
                && isParticular(request.getHeaderString(HttpHeaders.ACCEPT))
                && saysNothing(resource)) {
            response.setEntity(response.getEntity(), response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** A header that cannot be read asks for nothing that is offered here. */
    private static boolean takesJson(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes().stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isParticular(@Nullable String accept) {
        return accept != null && !accept.equals(MediaType.WILDCARD) && !accept.equals(MediaType.APPLICATION_JSON);
    }

    private static boolean saysNothing(@Nullable ResourceInfo resource) {
        return resource != null
                && resource.getResourceMethod() != null
                && !resource.getResourceMethod().isAnnotationPresent(Produces.class)
                && !resource.getResourceClass().isAnnotationPresent(Produces.class);
    }
}
