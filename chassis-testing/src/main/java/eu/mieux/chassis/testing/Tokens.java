package eu.mieux.chassis.testing;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Bearer tokens as the identity provider issues them, signed with a key that lives as long as the test. */
public final class Tokens {

    private static final KeyPair KEYS = newKeys();

    private final JwtClaimsBuilder claims;

    private Tokens(String role) {
        claims = Jwt.claims()
                .subject(role + "-1")
                .claim("name", "A " + role)
                .claim("roles", Set.of(role))
                .audience("mieux")
                .expiresIn(Duration.ofHours(1));
    }

    /** A request by someone with this role. */
    public static RequestSpecification as(String role) {
        return of(role).request();
    }

    public static RequestSpecification anonymous() {
        return RestAssured.given();
    }

    public static Tokens of(String role) {
        return new Tokens(role);
    }

    public Tokens subject(String subject) {
        claims.subject(subject);
        return this;
    }

    public Tokens claim(String name, String value) {
        claims.claim(name, value);
        return this;
    }

    public Tokens claim(String name, List<String> values) {
        claims.claim(name, values);
        return this;
    }

    /** A token that was good until an hour ago. */
    public Tokens expired() {
        claims.expiresAt(Instant.now().minus(Duration.ofHours(1)));
        return this;
    }

    public Tokens goodFor(Duration time) {
        claims.expiresIn(time);
        return this;
    }

    public Tokens audience(String audience) {
        claims.audience(audience);
        return this;
    }

    public String token() {
        return claims.issuer(RealSuite.issuer()).jws().keyId(Issuer.KEY_ID).sign(KEYS.getPrivate());
    }

    public RequestSpecification request() {
        return RestAssured.given().auth().oauth2(token());
    }

    static RSAPublicKey publicKey() {
        return (RSAPublicKey) KEYS.getPublic();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA.", e);
        }
    }
}
