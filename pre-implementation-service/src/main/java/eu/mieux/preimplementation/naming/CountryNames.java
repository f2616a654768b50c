package eu.mieux.preimplementation.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A country's name, and what its people and things are called after it ("Peruvian"): in that country it tells nothing apart. */
final class CountryNames {

    private static final int SHORTEST_DEMONYM = 4;

    /** How Arabic says Tunisian, of things and of people; and how names of countries end that lose it before that. */
    private static final Pattern ARABIC_DEMONYM = Pattern.compile("(?<=[\\p{InArabic}]{2})(?:يه|يين|يون|يات|ي)$");

    private static final Pattern ARABIC_ENDING = Pattern.compile("(?<=[\\p{InArabic}]{3})(?:يا|ا|ه)$");

    private final List<List<String>> names;

    CountryNames(List<List<String>> names) {
        this.names = names;
    }

    List<String> without(List<String> words) {
        List<String> left = new ArrayList<>(words);
        for (List<String> name : names) {
            for (int at = 0; at + name.size() <= left.size(); at++) {
                if (left.subList(at, at + name.size()).equals(name)) {
                    left.subList(at, at + name.size()).clear();
                }
            }
            if (name.size() == 1) {
                left.removeIf(word -> isOf(name.getFirst(), word));
            }
        }
        return left;
    }

    /** Of what it is called, in each language. */
    List<String> initials() {
        return names.stream()
                .map(name -> Initials.of(name.subList(0, 1)))
                .distinct()
                .toList();
    }

    /** Whether the word is the country's name, or made from it. */
    boolean isNamedBy(String word) {
        return names.stream()
                .anyMatch(name -> name.contains(word) || (name.size() == 1 && isOf(name.getFirst(), word)));
    }

    private static boolean isOf(String country, String word) {
        int alike = Math.min(country.length(), SHORTEST_DEMONYM + 1);
        return isOfInArabic(country, word)
                || (alike >= SHORTEST_DEMONYM
                        && word.length() >= alike
                        && word.length() <= country.length() + 5
                        && word.startsWith(country.substring(0, alike)));
    }

    private static boolean isOfInArabic(String country, String word) {
        String stem = ARABIC_DEMONYM.matcher(word).replaceFirst("");
        return !stem.equals(word) && stem.equals(ARABIC_ENDING.matcher(country).replaceFirst(""));
    }
}
