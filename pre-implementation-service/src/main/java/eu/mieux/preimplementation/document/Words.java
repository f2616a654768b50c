package eu.mieux.preimplementation.document;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.wording.WordBook;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reader's language: the document's own words, labels of codes, dates, months and money. */
final class Words {

    private final CodeLists codes;
    private final Locale language;
    private final WordBook words;

    /** A language of the facility for which there are no words has English ones. */
    Words(CodeLists codes, Locale language) {
        this.codes = codes;
        this.language = language;
        this.words = new WordBook("document", language);
    }

    String get(String key) {
        return words.get(key);
    }

    String get(String key, Object... values) {
        return words.get(key, values);
    }

    /** The label; a code that the facility no longer has stands for itself. */
    String label(String list, @Nullable String code) {
        return code == null
                ? ""
                : codes.list(list).find(code).map(row -> row.label(language)).orElse(code);
    }

    String day(LocalDate day) {
        return words.day(day);
    }

    String weekday(LocalDate day) {
        return Texts.capital(
                DateTimeFormatter.ofPattern("EEEE " + get("day"), language).format(day), language);
    }

    String month(@Nullable String month) {
        return month == null
                ? ""
                : DateTimeFormatter.ofPattern("LLLL uuuu", language).format(YearMonth.parse(month));
    }

    String euros(String amount) {
        NumberFormat money = NumberFormat.getNumberInstance(language);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        return money.format(new BigDecimal(amount));
    }

    String number(String number) {
        NumberFormat plain = NumberFormat.getNumberInstance(language);
        plain.setMaximumFractionDigits(2);
        return plain.format(new BigDecimal(number));
    }

    /** As the facility's properties have it: {@code funder.fr}, or {@code funder}. */
    String ofFacility(String key) {
        return codes.facility()
                .property(key + "." + language.getLanguage())
                .or(() -> codes.facility().property(key))
                .orElse("");
    }

    /** Who runs it, in full. */
    String facility() {
        String title = ofFacility("title");
        String name = codes.facility().name();
        return title.isEmpty() ? name : name + " – " + title;
    }

    /** Who pays for it, and who does it. */
    String footer() {
        return get("funded", ofFacility("funder")) + " · " + get("implemented", ofFacility("implementer"));
    }

    /** A steering institution, an EU Delegation or the facility. */
    String institution(String code) {
        if (code.equals("FACILITY")) {
            return ofFacility("implementer");
        }
        return code.startsWith(Review.DELEGATION)
                ? get("meeting.delegation", label("countries", code.substring(Review.DELEGATION.length())))
                : label("steering-institutions", code) + " (" + code + ")";
    }

    Locale language() {
        return language;
    }
}
