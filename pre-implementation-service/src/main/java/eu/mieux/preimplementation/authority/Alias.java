package eu.mieux.preimplementation.authority;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What else an authority is called.
 *
 * @param language ISO 639-1; null where nobody knows, as of the name of an authority that was merged into it
 */
@Embeddable
record Alias(String name, @Nullable String language) {}
