package eu.mieux.preimplementation.naming;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: words of letters and digits, without accents, capitals and punctuation. */
final class Words {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(folded(text), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String folded(String text) {
        String plain = text.replace("œ", "oe").replace("Œ", "Oe").replace("ß", "ss");
        return ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
