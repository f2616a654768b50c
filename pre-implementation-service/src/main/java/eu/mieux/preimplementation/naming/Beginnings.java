package eu.mieux.preimplementation.naming;

import java.util.List;

/**
 * Abbreviations made of the beginnings of a name's words rather than of their initials: MINREX, of Ministerio de Relaciones
 * Exteriores; SENAMI, of Secretaría Nacional del Migrante.
 */
final class Beginnings {

    /** Of shorter ones too many names have the beginnings. */
    private static final int SHORTEST = 5;

    /** MI-REX, SE-NA-MI: with one letter of the first word it would have initials. */
    private static final int OF_THE_FIRST_WORD = 2;

    private Beginnings() {}

    /** Whether it has a beginning of each of the words, in their order, and nothing else. */
    static boolean make(String abbreviation, List<String> words) {
        return abbreviation.length() >= SHORTEST
                && words.size() > 1
                && words.size() < abbreviation.length()
                && make(abbreviation, words, OF_THE_FIRST_WORD);
    }

    private static boolean make(String rest, List<String> words, int least) {
        if (words.isEmpty()) {
            return rest.isEmpty();
        }
        String word = words.getFirst();
        for (int length = least; length <= Math.min(rest.length(), word.length()); length++) {
            if (!rest.startsWith(word.substring(0, length))) {
                return false;
            }
            if (make(rest.substring(length), words.subList(1, words.size()), 1)) {
                return true;
            }
        }
        return false;
    }
}
