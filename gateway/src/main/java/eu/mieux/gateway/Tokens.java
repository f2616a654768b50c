package eu.mieux.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whose a token is. One that was found good is remembered by its SHA-256 for a minute and never beyond its own end; one that was
 * refused is not. A key that the identity provider withdraws is trusted for as long.
 */
final class Tokens {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Vertx vertx;
    private final SigningKeys keys;
    private final TokenCheck check;
    private final Cache<ByteBuffer, Principal> good;

    Tokens(Vertx vertx, Settings.Identity identity, Clock clock) {
        this.vertx = vertx;
        this.keys = new SigningKeys(identity.issuer(), vertx, clock);
        this.check = new TokenCheck(identity.audience(), clock);
        this.good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .executor(Runnable::run)
                .expireAfter(Expiry.<ByteBuffer, Principal>creating((_, whose) -> use(whose, clock)))
                .build();
    }

    private static Duration use(Principal whose, Clock clock) {
        Duration left = Duration.between(clock.instant(), whose.until());
        return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }

    /** Null when the token was not found good a moment ago. */
    @Nullable
    Principal remembered(String token) {
        return good.getIfPresent(hash(token));
    }

    /** Fails with {@link Refused}. The signature is checked on a thread that may take its time; the future ends on the caller's. */
    Future<Principal> verify(String token) {
        Context caller = vertx.getOrCreateContext();
        Promise<Principal> found = Promise.promise();
        SigningKeys.Published known = keys.known();
        check(token, known)
                .recover(failure -> failure instanceof TokenCheck.UnknownKey
                        ? withOther(token, known)
                        : Future.failedFuture(failure))
                .onSuccess(whose -> good.put(hash(token), whose))
                .onComplete(result -> caller.runOnContext(back -> found.handle(result)));
        return found.future();
    }

    private Future<Principal> withOther(String token, SigningKeys.@Nullable Published unfit) {
        return keys.otherThan(unfit)
                .recover(away -> Future.failedFuture(new Refused(Problem.identityAway())))
                .compose(other -> other.equals(unfit) ? unknown() : check(token, other))
                .recover(
                        failure -> failure instanceof TokenCheck.UnknownKey ? unknown() : Future.failedFuture(failure));
    }

    private static Future<Principal> unknown() {
        return Future.failedFuture(
                new Refused(Problem.badToken("The token is signed with a key that is not the identity provider's.")));
    }

    private Future<Principal> check(String token, SigningKeys.@Nullable Published published) {
        return vertx.executeBlocking(() -> check.principal(token, published), false);
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
