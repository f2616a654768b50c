package eu.mieux.preimplementation.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What nobody knows who was not told a link. It is told once and kept as its hash alone; whoever reads the database reads no
 * calendar. What it begins with lets logs be rid of it ({@code ShownPath}), and those who look for leaked secrets find it.
 */
record Secret(String text) {

    private static final String PREFIX = "cal_";

    /** 256 bits: nobody guesses one, so the hash needs no salt. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Not even by mistake. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
