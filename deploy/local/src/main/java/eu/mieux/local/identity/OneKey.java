package eu.mieux.local.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import no.nav.security.mock.oauth2.token.KeyProvider;
import org.jspecify.annotations.Nullable;

/** Signs for every issuer with the same key; the library would make a new one for each, and forget it. */
final class OneKey extends KeyProvider {

    private final JWK key;

    OneKey(JWK key) {
        super(List.of(key), "RS256");
        this.key = key;
    }

    @Override
    public JWK signingKey(String issuer) {
        return key;
    }

    @Override
    public List<JWK> get(@Nullable JWKSelector selector, @Nullable SecurityContext context) {
        JWKSet published = new JWKSet(key).toPublicJWKSet();
        return selector == null ? published.getKeys() : selector.select(published);
    }
}
