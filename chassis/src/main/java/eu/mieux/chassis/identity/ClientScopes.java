package eu.mieux.chassis.identity;

import eu.mieux.chassis.problem.Problems;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A machine may do what its scopes name (design, The domain, People and what they may do): {@code requests:read} lets it
 * read what is under {@code /api/v1/requests}, {@code portfolio:write} change what is under {@code /api/v1/portfolio}, as
 * far as the operation admits clients. For all else its role does not count.
 */
@ApplicationScoped
class ClientScopes implements SecurityIdentityAugmentor {

    static final String CLIENT = "client";

    /** With a blank, as no scope has one. */
    private static final String NOBODYS = "nothing here";

    /** A path that says plainly what it is of: one with parameters in its first words (;x) would be found all the same. */
    private static final Pattern RESOURCE = Pattern.compile("/api/v1/([a-z-]+)(?:/.*)?");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        RoutingContext route = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return Uni.createFrom().item(identity.hasRole(CLIENT) && route != null ? held(identity, route) : identity);
    }

    private static SecurityIdentity held(SecurityIdentity identity, RoutingContext route) {
        String wanted = wanted(route);
        if (scopes(identity).contains(wanted)) {
            return identity;
        }
        return without(
                CLIENT,
                "A client may do this only with the scope %s, if clients may do it at all.".formatted(wanted),
                identity);
    }

    /** @param why what is lacking for the role to count, should it be asked for */
    static SecurityIdentity without(String role, String why, SecurityIdentity identity) {
        Set<String> others = new HashSet<>(identity.getRoles());
        others.remove(role);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(others)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(Problems.LACKING, why)
                .build();
    }

    /** By the path that the operation is found by, which is without {@code ..}. */
    private static String wanted(RoutingContext route) {
        String path = route.normalizedPath();
        return READING.contains(route.request().method().name()) ? toRead(path) : toWrite(path);
    }

    /** The scope that lets a machine read what is there. */
    static String toRead(String path) {
        return resource(path) + ":read";
    }

    private static String toWrite(String path) {
        return resource(path) + ":write";
    }

    private static String resource(String path) {
        Matcher resource = RESOURCE.matcher(path);
        return resource.matches() ? resource.group(1) : NOBODYS;
    }

    static Set<String> scopes(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("scope") instanceof String scope
                ? Set.of(scope.split(" ", -1))
                : Set.of();
    }
}
