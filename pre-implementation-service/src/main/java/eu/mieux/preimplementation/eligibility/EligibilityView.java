package eu.mieux.preimplementation.eligibility;

import eu.mieux.preimplementation.wording.Language;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a request is eligible, explained rule by rule in the reader's language.
 *
 * @param eligible true when every finding passed
 */
@Schema(name = "Eligibility")
public record EligibilityView(boolean eligible, List<FindingView> findings) {

    /**
     * What one rule says of one country or authority.
     *
     * @param subject whom it is about: a country code, an authority's name, its type where it has none, or {@code request}
     * @param rule the rule's name, the same in every language
     * @param because the fact that decides, in a sentence
     * @param source where the rule or fact stands, as that document is called
     */
    @Schema(name = "Finding")
    public record FindingView(String subject, String rule, Finding.Verdict verdict, String because, String source) {

        static FindingView of(Finding finding, Language language) {
            return new FindingView(
                    finding.subject(),
                    finding.rule(),
                    finding.verdict(),
                    language.say(finding.because()),
                    language.say(finding.source()));
        }
    }

    public static EligibilityView of(Eligibility eligibility, Language language) {
        return new EligibilityView(
                eligibility.eligible(),
                eligibility.findings().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList());
    }
}
