package eu.mieux.implementation.carbon;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A weight of carbon dioxide equivalent in tonnes, its digits kept as the certificate writes them; two ways to write the same
 * weight are equal.
 */
record Tonnes(String written) {

    private BigDecimal value() {
        return new BigDecimal(written).stripTrailingZeros();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tonnes tonnes && value().equals(tonnes.value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
