package eu.mieux.chassis.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A kept answer may hold what is told once, as a secret is, which the database is to know by its hash alone. So an answer is kept
 * for whoever has the Idempotency-Key: encrypted with it, and the key itself kept as its hash. That is as good as the key is: a new
 * UUID cannot be found by trying.
 */
final class SealedBody {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedBody() {}

    /** What the database knows a key by. */
    static String nameOf(String key) {
        return HexFormat.of().formatHex(sha256("name " + key));
    }

    static String seal(String body, String subject, String key) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, subject, key).doFinal(body.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES", e);
        }
    }

    static String open(String sealed, String subject, String key) {
        byte[] both = Base64.getDecoder().decode(sealed);
        try {
            byte[] body = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE), subject, key)
                    .doFinal(both, NONCE, both.length - NONCE);
            return new String(body, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An answer was kept under this key, and cannot be read with it.", e);
        }
    }

    private static Cipher cipher(int mode, byte[] nonce, String subject, String key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(sha256("body " + subject + "\n" + key), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
