package eu.mieux.chassis.key;

import java.util.Optional;
import java.util.UUID;

/** Ids as callers write them. */
public final class Ids {

    private Ids() {}

    /** Empty when the text is no id. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
