package eu.mieux.chassis.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where.
 *
 * @param subject of her token, {@code anonymous} without one, or {@code system} for what a service does by itself
 * @param address of her machine, as the gateway saw it
 */
public record Author(String subject, @Nullable String address) {

    static final Author SYSTEM = new Author("system", null);
}
