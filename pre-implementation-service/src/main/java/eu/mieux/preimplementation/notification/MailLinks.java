package eu.mieux.preimplementation.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The links in mails, which need no signing in: what they bear is known to whoever reads the mailbox. To confirm an address it is
 * chance, of which a hash is kept; to unsubscribe it is signed with a secret of the recipient, so that every mail has the same and
 * it is good for ever.
 */
@ApplicationScoped
class MailLinks {

    static final String PATH = "/api/v1/notification-settings";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final String SEPARATOR = ".";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final String publicUrl;
    private final String requestPage;
    private final String meetingPage;
    private final SecureRandom chance = new SecureRandom();

    MailLinks(
            @ConfigProperty(name = "mieux.public-url") String publicUrl,
            @ConfigProperty(name = "mieux.mail.request-page") String requestPage,
            @ConfigProperty(name = "mieux.mail.meeting-page") String meetingPage) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.requestPage = requestPage;
        this.meetingPage = meetingPage;
    }

    /** What is unsubscribed from: kinds, or the digest with all that comes in it. */
    record Refusal(UUID recipient, String scope, String signature) {

        static final String DIGEST = "DAILY_DIGEST";

        /** Of these kinds, those that are meant; empty when there is no such thing. */
        List<NotificationKind> kinds(Recipient of) {
            return Arrays.stream(NotificationKind.values())
                    .filter(kind -> scope.equals(DIGEST)
                            ? of.delivery(kind) == NotificationDelivery.DAILY_DIGEST
                            : kind.name().equals(scope))
                    .toList();
        }

        boolean isSignedWith(byte[] secret) {
            return MessageDigest.isEqual(bytes(signature), bytes(sign(secret, scope)));
        }
    }

    /** A secret for a mail that confirms an address. */
    record Confirmation(UUID mail, String secret) {

        byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes(secret));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has SHA-256.", e);
            }
        }
    }

    Confirmation confirmation(UUID mail) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        return new Confirmation(mail, TEXT.encodeToString(secret));
    }

    String to(Confirmation confirmation) {
        return publicUrl + PATH + "/confirmations/" + confirmation.mail() + SEPARATOR + confirmation.secret();
    }

    String toUnsubscribe(UUID recipient, byte[] secret, String scope) {
        return publicUrl + PATH + "/unsubscriptions/"
                + String.join(SEPARATOR, recipient.toString(), scope, sign(secret, scope));
    }

    /** Where people look at a request. */
    String toRequest(String name) {
        return requestPage + name;
    }

    /** Where they look at a meeting. */
    String toMeeting(UUID id) {
        return meetingPage + id;
    }

    static Optional<Confirmation> confirmation(String token) {
        return parts(token, 2).flatMap(parts -> id(parts[0]).map(id -> new Confirmation(id, parts[1])));
    }

    static Optional<Refusal> refusal(String token) {
        return parts(token, 3).flatMap(parts -> id(parts[0]).map(id -> new Refusal(id, parts[1], parts[2])));
    }

    private static Optional<String[]> parts(String token, int count) {
        String[] parts = token.split("\\.", -1);
        return parts.length == count ? Optional.of(parts) : Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(byte[] secret, String scope) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return TEXT.encodeToString(mac.doFinal(bytes(scope)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + ".", e);
        }
    }
}
