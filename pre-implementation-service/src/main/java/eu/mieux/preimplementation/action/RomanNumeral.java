package eu.mieux.preimplementation.action;

/** Roman numerals, as Actions are counted. */
final class RomanNumeral {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private RomanNumeral() {}

    static String of(int number) {
        StringBuilder signs = new StringBuilder();
        int left = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (left >= VALUES[i]) {
                signs.append(SIGNS[i]);
                left -= VALUES[i];
            }
        }
        return signs.toString();
    }

    /** The number of a well-formed numeral, 0 for any other text. */
    static int ofOrZero(String text) {
        int number = 0;
        int at = 0;
        for (int i = 0; i < VALUES.length; i++) {
            while (text.startsWith(SIGNS[i], at)) {
                number += VALUES[i];
                at += SIGNS[i].length();
            }
        }
        return at == text.length() && number > 0 && of(number).equals(text) ? number : 0;
    }
}
