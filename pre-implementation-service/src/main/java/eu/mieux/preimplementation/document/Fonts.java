package eu.mieux.preimplementation.document;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fonts for the scripts that the usual one has no letters of, each taken along only by the documents that need it: the largest,
 * for Chinese and Japanese, has 4 MB. Letters are set one after the other, so scripts in which they change their places or forms
 * (Khmer, Burmese, Tamil, Sinhala …) can be read, no more; Arabic is shaped by ICU. Whose the fonts are and how they are licensed
 * stands in {@code document/fonts/LICENSES.txt}.
 */
final class Fonts {

    private static final String FOLDER = "/document/fonts/";
    private static final String EASTERN = "DroidSansFallbackFull";

    private static final Map<UnicodeScript, String> FILES = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.HAN, EASTERN),
            Map.entry(UnicodeScript.HIRAGANA, EASTERN),
            Map.entry(UnicodeScript.KATAKANA, EASTERN),
            Map.entry(UnicodeScript.BOPOMOFO, EASTERN),
            Map.entry(UnicodeScript.HANGUL, "NanumGothicCoding"),
            noto(UnicodeScript.THAI, "Thai"),
            noto(UnicodeScript.LAO, "Lao"),
            noto(UnicodeScript.KHMER, "Khmer"),
            noto(UnicodeScript.MYANMAR, "Myanmar"),
            noto(UnicodeScript.DEVANAGARI, "Devanagari"),
            noto(UnicodeScript.BENGALI, "Bengali"),
            noto(UnicodeScript.TAMIL, "Tamil"),
            noto(UnicodeScript.TELUGU, "Telugu"),
            noto(UnicodeScript.KANNADA, "Kannada"),
            noto(UnicodeScript.MALAYALAM, "Malayalam"),
            noto(UnicodeScript.GUJARATI, "Gujarati"),
            noto(UnicodeScript.GURMUKHI, "Gurmukhi"),
            noto(UnicodeScript.SINHALA, "Sinhala"),
            noto(UnicodeScript.ORIYA, "Oriya"),
            noto(UnicodeScript.ETHIOPIC, "Ethiopic"),
            noto(UnicodeScript.THAANA, "Thaana"),
            noto(UnicodeScript.SYRIAC, "Syriac")));

    private Fonts() {}

    private static Map.Entry<UnicodeScript, String> noto(UnicodeScript script, String name) {
        return Map.entry(script, "NotoSans" + name + "-Regular");
    }

    /** Of all of them, for a style sheet; those that a document has not taken along are passed over. */
    static String families() {
        return FILES.values().stream().distinct().collect(Collectors.joining(", "));
    }

    /** The families that a text needs. */
    static Stream<String> of(String text) {
        return text.codePoints()
                .filter(one -> one > 0x2FF)
                .mapToObj(UnicodeScript::of)
                .distinct()
                .filter(FILES::containsKey)
                .map(FILES::get)
                .distinct();
    }

    static String file(String family) {
        return FOLDER + family + ".ttf";
    }
}
