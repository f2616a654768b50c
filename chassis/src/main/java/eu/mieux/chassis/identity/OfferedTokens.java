package eu.mieux.chassis.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A token that is brought to what anybody may read is verified all the same: whoever brings a bad one is told so, and does not take
 * what is public for all that there is.
 */
class OfferedTokens {

    private final SecurityIdentity identity;

    OfferedTokens(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Where nobody has looked at it yet, asking who it is does; a bad one is refused there. */
    @ServerRequestFilter
    public void verify(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            identity.isAnonymous();
        }
    }
}
