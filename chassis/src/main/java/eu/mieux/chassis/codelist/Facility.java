package eu.mieux.chassis.codelist;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the suite, as {@code facility.properties} says.
 *
 * @param name the short name
 * @param zone where its days begin and end: deadlines, the year of a reference
 * @param languages of the labels, the default first
 * @param properties everything the file says
 */
public record Facility(String name, ZoneId zone, List<Locale> languages, Map<String, String> properties) {

    public Locale defaultLanguage() {
        return languages.getFirst();
    }

    public Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key));
    }

    /** The facility's language that suits an {@code Accept-Language} header best; the default when none or nonsense. */
    public Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return defaultLanguage();
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), languages);
            return best == null ? defaultLanguage() : best;
        } catch (IllegalArgumentException nonsense) {
            // A label in the default language serves better than a refusal.
            return defaultLanguage();
        }
    }
}
