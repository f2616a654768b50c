package eu.mieux.local.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a token says of its bearer to the services, without what the protocol needs for itself. */
final class HouseClaims {

    private static final Set<String> PROTOCOL = Set.of(
            "iss",
            "exp",
            "iat",
            "nbf",
            "jti",
            "typ",
            "azp",
            "sid",
            "scope",
            "acr",
            "auth_time",
            "nonce",
            "clientHost",
            "clientAddress",
            "client_id");

    private HouseClaims() {}

    static Map<String, Object> of(JWTClaimsSet token) {
        Map<String, Object> claims = new TreeMap<>(token.getClaims());
        claims.keySet().removeAll(PROTOCOL);
        return claims;
    }
}
