package eu.mieux.chassis.codelist;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a code list as a client sees it, with the label in the client's language.
 *
 * @param validFrom the first day on which the row holds, or null
 * @param validTo the last day, or null
 * @param attributes what else the list says; an empty one is left out
 */
record CodeView(
        String code,
        String label,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> attributes) {

    static CodeView of(Code code, Locale language) {
        return new CodeView(
                code.code(),
                code.label(language),
                code.validity().from(),
                code.validity().to(),
                code.attributes());
    }
}
