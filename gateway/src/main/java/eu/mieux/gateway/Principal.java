package eu.mieux.gateway;

import java.time.Instant;

/**
 * Whoever holds a token that was found good.
 *
 * @param subject the token's {@code sub}
 * @param until when the token ends
 */
record Principal(String subject, Instant until) {}
