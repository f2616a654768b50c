package eu.mieux.preimplementation.review;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.util.List;
import java.util.Set;

/** What a review says no to, each by its name. */
final class ReviewRefusals {

    private ReviewRefusals() {}

    static final class InstitutionNotAsked extends Refusal {
        InstitutionNotAsked(String request, String institution, Set<String> asked, String pointer) {
            super(
                    Kind.RULE_BROKEN,
                    "%s is not asked about request %s; %s."
                            .formatted(
                                    institution,
                                    request,
                                    asked.isEmpty()
                                            ? "nobody is yet: start a round of the review"
                                            : "asked are " + String.join(", ", asked)),
                    List.of(new FieldError(pointer, "Name one that is asked.")));
        }
    }

    static final class InstitutionRecused extends Refusal {
        InstitutionRecused(String request, String institution) {
            super(
                    Kind.ILLEGAL_STEP,
                    "%s has stepped back from request %s for a conflict of interest; it can speak again in another round."
                            .formatted(institution, request));
        }
    }

    static final class EnoughSaid extends Refusal {
        EnoughSaid(String request, int most, String what) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Request %s has had %d %s; more are not kept. Decide, or put it on hold."
                            .formatted(request, most, what));
        }
    }
}
