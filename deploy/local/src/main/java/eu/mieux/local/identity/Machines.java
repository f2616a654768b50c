package eu.mieux.local.identity;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import eu.mieux.local.identity.DemoRealm.Principal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.OAuth2Exception;

/** The machines of the demo realm: each signs in with its own secret, and has its scopes and those that it may ask for. */
final class Machines {

    private final Map<String, Principal> byClient;

    Machines(DemoRealm realm) {
        byClient = realm.machines().stream().collect(Collectors.toMap(Principal::client, Function.identity()));
    }

    /**
     * What the token of a machine says of it; empty when it is none that asks.
     *
     * @throws OAuth2Exception when the secret is not the machine's, or a scope is none that it may have
     */
    Optional<Map<String, Object>> claims(TokenRequest request) {
        String client = request.getClientAuthentication() == null
                ? String.valueOf(request.getClientID())
                : request.getClientAuthentication().getClientID().getValue();
        return Optional.ofNullable(byClient.get(client)).map(machine -> claims(machine, request));
    }

    private static Map<String, Object> claims(Principal machine, TokenRequest request) {
        if (!(request.getClientAuthentication() instanceof PlainClientSecret secret)
                || !same(secret.getClientSecret().getValue(), machine.secret())) {
            throw refusal(OAuth2Error.INVALID_CLIENT, "Invalid client credentials");
        }
        Set<String> scopes = new LinkedHashSet<>(machine.scopes().held());
        if (request.getScope() != null) {
            for (String asked : request.getScope().toStringList()) {
                if (!scopes.contains(asked) && !machine.scopes().onRequest().contains(asked)) {
                    throw refusal(OAuth2Error.INVALID_SCOPE, "Invalid scopes: " + asked);
                }
                scopes.add(asked);
            }
        }
        Map<String, Object> claims = new HashMap<>(machine.claims().values());
        claims.put("scope", String.join(" ", scopes));
        return claims;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static OAuth2Exception refusal(ErrorObject error, String description) {
        return new OAuth2Exception(error.setDescription(description), description);
    }
}
