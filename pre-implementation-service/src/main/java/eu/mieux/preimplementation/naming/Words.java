package eu.mieux.preimplementation.naming;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: words of letters and digits, without accents, capitals and punctuation; Arabic ones without their article. */
final class Words {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** "The", with "and", "in" or "for" before it: all of them are written in one with their word. */
    private static final Pattern ARABIC_ARTICLE = Pattern.compile("^و?(?:[بك]?ال|لل)(?=\\p{L}{2})");

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(folded(text), -1))
                .map(word -> ARABIC_ARTICLE.matcher(word).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String folded(String text) {
        String plain = text.replace("œ", "oe").replace("Œ", "Oe").replace("ß", "ss");
        return withoutHabits(ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT));
    }

    /** Letters that Arabic writers use for each other at the end of a word, and the stroke that only makes it longer. */
    private static String withoutHabits(String text) {
        return text.replace("ـ", "").replace('ة', 'ه').replace('ى', 'ي');
    }
}
