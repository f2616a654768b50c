package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one record adds to the numbers of its figure: over all records the parts sum to numerator and denominator. */
@FunctionalInterface
interface Contribution {

    /**
     * What one record adds.
     *
     * @param quantity to the numerator
     * @param base to the denominator; null where records do not add to one
     */
    record Part(BigDecimal quantity, @Nullable BigDecimal base) {}

    Part of(JsonNode fields, int yearOfRecord, int yearOfReport);

    /** Every record counts as one. */
    static Contribution each() {
        return (fields, itsYear, year) -> new Part(BigDecimal.ONE, null);
    }

    /** Every record adds the number in one of its fields. */
    static Contribution sum(String field) {
        return (fields, itsYear, year) -> new Part(number(fields, field), null);
    }

    /** Every record counts in the whole, some in the part. */
    static Contribution share(Predicate<JsonNode> counts) {
        return (fields, itsYear, year) -> new Part(one(counts.test(fields)), BigDecimal.ONE);
    }

    /** This year's records against those of the year before. */
    static Contribution growth() {
        return (fields, itsYear, year) -> new Part(one(itsYear == year), one(itsYear == year - 1));
    }

    /** All records up to this year against those up to the year before. */
    static Contribution runningGrowth() {
        return (fields, itsYear, year) -> new Part(BigDecimal.ONE, one(itsYear < year));
    }

    static BigDecimal number(JsonNode fields, String field) {
        return fields.path(field).decimalValue();
    }

    private static BigDecimal one(boolean counts) {
        return counts ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
