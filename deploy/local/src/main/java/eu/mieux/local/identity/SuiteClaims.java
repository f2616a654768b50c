package eu.mieux.local.identity;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in a token: the audience of the suite, and the claims of the machine that signs in, or those that the client asks
 * for in the form parameter {@code claims}, as JSON.
 */
final class SuiteClaims implements OAuth2TokenCallback {

    static final String ISSUER = "mieux";
    static final String AUDIENCE = "mieux";
    static final String PARAMETER = "claims";

    private static final Duration VALIDITY = Duration.ofHours(8);
    private static final JsonMapper JSON = new JsonMapper();

    private final Machines machines;

    SuiteClaims(Machines machines) {
        this.machines = machines;
    }

    @Override
    public String issuerId() {
        return ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
        Object subject = claims(request).get("sub");
        return subject == null ? "somebody" : subject.toString();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        Map<String, Object> claims = new HashMap<>(claims(request));
        claims.remove("sub");
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return VALIDITY.toSeconds();
    }

    private Map<String, Object> claims(TokenRequest request) {
        return machines.claims(request).orElseGet(() -> asked(request));
    }

    private static Map<String, Object> asked(TokenRequest request) {
        @Nullable List<String> values = request.getCustomParameter(PARAMETER);
        return values == null || values.isEmpty()
                ? Map.of()
                : JSON.readValue(values.getFirst(), new TypeReference<Map<String, Object>>() {});
    }
}
