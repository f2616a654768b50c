package eu.mieux.preimplementation.naming;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Whether two words are the same but for a slip of the pen. Short words and numbers must be equal: Court 1 is not Court 2. */
final class Spelling {

    /** From this length on, one letter may be wrong; from the other on, two, as of letters that changed places. */
    private static final int ONE_SLIP = 5;

    private static final int TWO_SLIPS = 8;
    private static final int FAR = 3;

    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    private Spelling() {}

    /** Slips change the inside of words: "interior" and "exterior" are two. */
    static boolean isAlike(String one, String other) {
        return slips(one, other) < FAR;
    }

    /** How many letters are wrong; {@link #FAR} for two different words. */
    static int slips(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter < ONE_SLIP || one.charAt(0) != other.charAt(0) || Math.abs(one.length() - other.length()) > 2) {
            return FAR;
        }
        if (hasDigit(one) || hasDigit(other)) {
            return FAR;
        }
        int slips = DISTANCE.apply(one, other);
        return slips >= 0 && slips <= (shorter < TWO_SLIPS ? 1 : 2) ? slips : FAR;
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }
}
