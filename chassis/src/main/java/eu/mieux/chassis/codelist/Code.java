package eu.mieux.chassis.codelist;

import eu.mieux.chassis.http.Cursor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One dated row of a code list. The same code may have several rows, for instance when an institution is renamed; their
 * validities never overlap.
 *
 * @param code what records keep
 * @param validity when this row holds
 * @param labels by ISO 639-1 language, the facility's first language first
 * @param attributes by column name; an empty cell is absent
 */
public record Code(String code, Validity validity, Map<String, String> labels, Map<String, String> attributes) {

    /** The label in that language, or in the facility's first language. */
    public String label(Locale language) {
        String label = labels.get(language.getLanguage());
        return label != null ? label : labels.values().iterator().next();
    }

    public Optional<String> attribute(String column) {
        return Optional.ofNullable(attributes.get(column));
    }

    /** The attribute, where the list promises that every row has one. */
    public String required(String column) {
        return attribute(column)
                .orElseThrow(() -> new IllegalStateException("Code %s has no %s.".formatted(code, column)));
    }

    /** The attribute as a number, such as a latitude in degrees. */
    public BigDecimal number(String column) {
        return new BigDecimal(required(column));
    }

    /** Where a page that ends with this row ended. */
    Cursor cursor() {
        return Cursor.at(code, validity);
    }

    /** Whether the attribute says {@code true}; absent is false. */
    public boolean is(String column) {
        return "true".equals(attributes.get(column));
    }
}
