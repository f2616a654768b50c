package eu.mieux.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Whether a token is the identity provider's, for this suite, and good now. */
final class TokenCheck {

    /** Other keys may tell more. */
    static final class UnknownKey extends Exception {
        UnknownKey() {
            super("signed with a key that is not known", null, false, false);
        }
    }

    /** Only what takes a key that nobody else has: no {@code none}, and no secret that is shared. */
    private static final Set<String> ALGORITHMS = Set.of(
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private static final String CONTRADICTORY = "The token's claims are malformed, or contradict each other.";

    private static final JwtConsumer READING = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setSkipSignatureVerification()
            .setDisableRequireSignature()
            .build();

    private final String audience;
    private final Clock clock;

    TokenCheck(String audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * @param published null when no keys are known yet
     * @throws UnknownKey when all is well but for the key
     */
    Principal principal(String token, SigningKeys.@Nullable Published published) throws Refused, UnknownKey {
        JwtContext read = read(token);
        if (published == null) {
            throw new UnknownKey();
        }
        try {
            checking(published).processContext(read);
            JwtClaims claims = read.getJwtClaims();
            return new Principal(
                    claims.getSubject(),
                    Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
        } catch (InvalidJwtException e) {
            if (e.getCause() instanceof UnresolvableKeyException) {
                throw new UnknownKey();
            }
            throw new Refused(Problem.badToken(reason(e)));
        } catch (MalformedClaimException e) {
            throw new Refused(Problem.badToken(CONTRADICTORY));
        }
    }

    /** What takes no key to see is seen first: such tokens are refused also while the identity provider is away. */
    private JwtContext read(String token) throws Refused {
        try {
            JwtContext read = READING.process(token);
            // Encrypted tokens, and those within others, have another shape; nobody issues them here.
            if (read.getJoseObjects().size() != 1
                    || !ALGORITHMS.contains(read.getJoseObjects().getFirst().getAlgorithmHeaderValue())) {
                throw new Refused(Problem.badToken("The token is not signed as the identity provider signs."));
            }
            NumericDate end = read.getJwtClaims().getExpirationTime();
            if (end != null && end.getValueInMillis() <= clock.millis()) {
                throw new Refused(Problem.badToken("The token has expired."));
            }
            return read;
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new Refused(Problem.badToken("This is not a token (a signed JWT)."));
        }
    }

    private JwtConsumer checking(SigningKeys.Published published) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new)))
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(published.keys()))
                .setExpectedIssuer(published.issuer())
                .setExpectedAudience(audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private String reason(InvalidJwtException e) {
        if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is not for this suite: its audience must include \"%s\".".formatted(audience);
        }
        if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token was not issued by this suite's identity provider.";
        }
        if (e.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "The token is not valid yet.";
        }
        if (e.hasErrorCode(ErrorCodes.EXPIRATION_MISSING) || e.hasErrorCode(ErrorCodes.SUBJECT_MISSING)) {
            return "The token must say whose it is and when it ends (sub, exp).";
        }
        if (e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "The token's signature is not the identity provider's.";
        }
        return CONTRADICTORY;
    }
}
