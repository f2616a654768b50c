package eu.mieux.preimplementation.eligibility;

import java.util.List;

/**
 * Whether a request is eligible, explained rule by rule. Not eligible is not rejected: a manager may go on with a reason.
 *
 * @param eligible true when every finding passed
 */
public record Eligibility(boolean eligible, List<Finding> findings) {

    static Eligibility of(List<Finding> findings) {
        return new Eligibility(
                findings.stream().allMatch(f -> f.verdict() == Finding.Verdict.PASSED), List.copyOf(findings));
    }
}
