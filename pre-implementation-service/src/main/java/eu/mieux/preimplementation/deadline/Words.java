package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.wording.WordBook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a calendar says, in the language of its reader. */
public final class Words {

    private final CodeLists codes;
    private final Locale language;
    private final WordBook words;

    /** A language of the facility for which there are no words has English ones. */
    public Words(CodeLists codes, Locale language) {
        this.codes = codes;
        this.language = language;
        this.words = new WordBook("deadline", language);
    }

    public String get(String key, Object... values) {
        return words.get(key, values);
    }

    /** The label; a code that the facility no longer has stands for itself. */
    public String label(String list, String code) {
        return codes.list(list).find(code).map(row -> row.label(language)).orElse(code);
    }

    /** Their names, one after the other. */
    public String countries(List<String> countries) {
        return countries.stream().map(country -> label("countries", country)).collect(Collectors.joining(", "));
    }

    /** A city in a country, or as much as is known of both. */
    public @Nullable String place(@Nullable String city, @Nullable String country) {
        if (country == null) {
            return city;
        }
        String there = label("countries", country);
        return city == null || city.isBlank() ? there : city + ", " + there;
    }
}
