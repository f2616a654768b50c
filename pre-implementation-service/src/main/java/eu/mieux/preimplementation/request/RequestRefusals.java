package eu.mieux.preimplementation.request;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.review.Condition;
import eu.mieux.preimplementation.review.Review;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a request says no to, each by its name. */
final class RequestRefusals {

    private RequestRefusals() {}

    static final class IllegalRequestStep extends Refusal {
        IllegalRequestStep(String name, RequestStatus from, RequestStatus to) {
            super(Kind.ILLEGAL_STEP, noSuchStep("Request " + name, from, to, from.next()));
        }
    }

    static final class RequestOnHold extends Refusal {
        RequestOnHold(String name) {
            super(Kind.ILLEGAL_STEP, "Request %s is ON_HOLD; resume it first, or withdraw it.".formatted(name));
        }
    }

    static final class RequestNotOnHold extends Refusal {
        RequestNotOnHold(String name, RequestStatus status) {
            super(Kind.ILLEGAL_STEP, "Request %s is %s; only a request ON_HOLD is resumed.".formatted(name, status));
        }
    }

    static final class RequestNotADraft extends Refusal {
        RequestNotADraft(String name, RequestStatus status) {
            super(Kind.ILLEGAL_STEP, "Request %s is %s; only a draft can be changed.".formatted(name, status));
        }
    }

    static final class RequestEnded extends Refusal {
        RequestEnded(String name, RequestStatus status) {
            super(Kind.ILLEGAL_STEP, "Request %s is %s; nothing is added to it any more.".formatted(name, status));
        }
    }

    static final class RequestNotApproved extends Refusal {
        RequestNotApproved(String name, RequestStatus status) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Request %s is %s; only an approved request has an Action Fiche.".formatted(name, status));
        }
    }

    static final class RequestNotUnderReview extends Refusal {
        RequestNotUnderReview(String name, RequestStatus status) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Request %s is %s; opinions are given while it is UNDER_REVIEW.".formatted(name, status));
        }
    }

    static final class ReviewNotComplete extends Refusal {
        ReviewNotComplete(String name, List<Review.Awaited> silent) {
            super(
                    Kind.ILLEGAL_STEP,
                    "On request %s no opinion has come from %s, and they have until %s. Wait, or decide with an overrideReason."
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            silent.stream()
                                                    .map(Review.Awaited::institution)
                                                    .toList()),
                                    silent.stream()
                                            .map(Review.Awaited::until)
                                            .max(Comparator.naturalOrder())
                                            .orElseThrow()));
        }
    }

    static final class ConditionSettled extends Refusal {
        ConditionSettled(String name, int number, Condition.Status status) {
            super(Kind.ILLEGAL_STEP, "Condition %d of request %s is %s already.".formatted(number, name, status));
        }
    }

    static final class NobodyAsked extends Refusal {
        NobodyAsked(String name) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Nobody has been asked about request %s: start a round of the review, or decide with an overrideReason."
                            .formatted(name));
        }
    }

    static final class AgainstOpinion extends Refusal {
        AgainstOpinion(String name, Collection<String> against) {
            super(
                    Kind.RULE_BROKEN,
                    "%s spoke against request %s. Approving it all the same needs an overrideReason."
                            .formatted(String.join(", ", against), name),
                    List.of(new FieldError(
                            "/overrideReason", "Say why it is approved against an unfavourable opinion.")));
        }
    }

    static final class NotEligible extends Refusal {
        NotEligible(String name, List<String> because) {
            super(
                    Kind.RULE_BROKEN,
                    "Request %s is not eligible: %s Approving it all the same needs an overrideReason."
                            .formatted(name, String.join(" ", because)),
                    List.of(new FieldError("/overrideReason", "Say why it is approved although it is not eligible.")));
        }
    }

    static final class NotTheLead extends Refusal {
        NotTheLead(String name, String lead) {
            super(
                    Kind.FORBIDDEN,
                    "Request %s is led by %s: only it hands the request in or takes it back, or the secretariat for it."
                            .formatted(name, lead));
        }
    }

    static final class ConflictOfInterest extends Refusal {
        ConflictOfInterest(String request, Collection<String> institutions) {
            super(
                    Kind.FORBIDDEN,
                    "%s has stepped back from request %s for a conflict of interest; what the others think of it is shown once it is decided."
                            .formatted(String.join(", ", institutions), request));
        }
    }

    static final class NotYourInstitution extends Refusal {
        NotYourInstitution() {
            super(
                    Kind.FORBIDDEN,
                    "Only the institution itself may do this, or a manager whom it has told so; your token names another, or none.");
        }
    }
}
