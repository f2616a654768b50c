package eu.mieux.preimplementation.eligibility;

import eu.mieux.preimplementation.wording.Saying;

/**
 * What one rule says of one country or authority.
 *
 * @param subject whom it is about: a country code, an authority's name, its type where it has none, or {@code request}
 * @param rule the rule's name
 * @param verdict whether it holds
 * @param because the fact that decides
 * @param source where the rule or fact stands
 */
public record Finding(String subject, String rule, Verdict verdict, Saying because, Saying source) {

    /** Whether a rule holds. */
    public enum Verdict {
        PASSED,
        FAILED
    }
}
