package eu.mieux.preimplementation.eligibility;

/**
 * What one rule says of one country or authority.
 *
 * @param subject whom it is about: a country code or an authority's name
 * @param rule the rule's name
 * @param verdict whether it holds
 * @param because the fact that decides, in a sentence
 * @param source where the rule or fact stands
 */
public record Finding(String subject, String rule, Verdict verdict, String because, String source) {

    /** Whether a rule holds. */
    public enum Verdict {
        PASSED,
        FAILED
    }
}
