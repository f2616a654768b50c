package eu.mieux.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Stands in for the identity provider: publishes a key, counts how often it is fetched, and signs tokens. */
final class Provider {

    static final AtomicInteger FETCHES = new AtomicInteger();

    static volatile String issuer = "";
    static volatile boolean away;
    private static volatile RsaJsonWebKey current = newKey("first");

    private Provider() {}

    static void answer(HttpServerRequest request) {
        if (away) {
            request.connection().close();
            return;
        }
        boolean keys = request.path().equals("/keys");
        if (keys) {
            FETCHES.incrementAndGet();
        }
        request.response()
                .end(
                        keys
                                ? new JsonWebKeySet(current).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                                : new JsonObject()
                                        .put("issuer", issuer)
                                        .put("jwks_uri", issuer + "/keys")
                                        .encode());
    }

    static void changeKey(String id) {
        current = newKey(id);
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good token, unless it is spoilt. */
    static Token token(String subject) {
        return new Token(subject);
    }

    static final class Token {

        private final JwtClaims claims = new JwtClaims();

        private Token(String subject) {
            claims.setIssuer(issuer);
            claims.setAudience("mieux");
            claims.setSubject(subject);
            claims.setExpirationTimeMinutesInTheFuture(5);
        }

        Token until(float minutesFromNow) {
            claims.setExpirationTimeMinutesInTheFuture(minutesFromNow);
            return this;
        }

        Token of(String otherIssuer) {
            claims.setIssuer(otherIssuer);
            return this;
        }

        Token with(String claim, Object value) {
            claims.setClaim(claim, value);
            return this;
        }

        Token without(String claim) {
            claims.unsetClaim(claim);
            return this;
        }

        String sign() {
            return signedWith(current);
        }

        String signedWith(RsaJsonWebKey key) {
            return signed(AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey(), key.getKeyId());
        }

        String unsigned() {
            return signed(AlgorithmIdentifiers.NONE, null, current.getKeyId());
        }

        /** With the published key taken for a secret that both sides know. */
        String signedWithThePublicKeyAsSecret() {
            byte[] secret = current.toJson().getBytes(StandardCharsets.UTF_8);
            return signed(AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(secret), current.getKeyId());
        }

        private String signed(String algorithm, Key key, String keyId) {
            try {
                JsonWebSignature jws = new JsonWebSignature();
                jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                jws.setPayload(claims.toJson());
                jws.setAlgorithmHeaderValue(algorithm);
                jws.setKeyIdHeaderValue(keyId);
                jws.setKey(key);
                return jws.getCompactSerialization();
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
