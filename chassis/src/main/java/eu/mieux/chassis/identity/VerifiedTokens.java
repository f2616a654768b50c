package eu.mieux.chassis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers whom a token that was verified belongs to, for a minute and never beyond the token's own end: checking a
 * signature costs more than most answers. A key that the identity provider withdraws is trusted for as long. Tokens that
 * are refused are not remembered.
 */
@ApplicationScoped
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final String ROUTE = RoutingContext.class.getName();

    private final OidcIdentityProvider verifying;
    private final Cache<String, SecurityIdentity> verified;

    VerifiedTokens(OidcIdentityProvider verifying, Clock clock) {
        this.verifying = verifying;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, SecurityIdentity>creating((_, identity) -> use(identity, clock.instant())))
                .build();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the one that verifies, which has the priority that Quarkus gives to all that name none. */
    @Override
    public int priority() {
        return verifying.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        SecurityIdentity known = verified.getIfPresent(token);
        if (known != null) {
            return Uni.createFrom().item(onRoute(known, HttpSecurityUtils.getRoutingContextAttribute(request)));
        }
        return verifying.authenticate(request, context).invoke(identity -> verified.put(token, withoutRoute(identity)));
    }

    private static Duration use(SecurityIdentity identity, Instant now) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, Instant.ofEpochSecond(token.getExpirationTime()));
        return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }

    private static SecurityIdentity onRoute(SecurityIdentity identity, RoutingContext route) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(ROUTE, route)
                .build();
    }

    /** What belongs to the one request that brought the token first is no one else's. */
    private static SecurityIdentity withoutRoute(SecurityIdentity identity) {
        Map<String, Object> attributes = new HashMap<>(identity.getAttributes());
        attributes.remove(ROUTE);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttributes(attributes)
                .build();
    }
}
