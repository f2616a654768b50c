package eu.mieux.preimplementation.notification;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people are told of, and whom it concerns. */
@Schema(name = "NotificationKind", description = """
                OPINION_AWAITED, SCREENING_DUE, DECISION_DUE, FICHE_TO_ENDORSE and CLOCK_AT_RISK: something waits for one; the others: something has come of \
                what one waited for""")
enum NotificationKind {
    /** To the steering institutions and EU Delegations that have not spoken. */
    OPINION_AWAITED("steering-member", "eu-delegation"),
    SCREENING_DUE("officer"),
    /** All have been heard, or have had their time. */
    DECISION_DUE("manager"),
    /** An officer goes on with the Action Fiche. */
    REQUEST_DECIDED("partner", "officer"),
    REQUEST_ON_HOLD("partner"),
    REQUEST_RESUMED("partner"),
    CONDITION_SETTLED("partner", "officer"),
    /** To the sides that have not endorsed. */
    FICHE_TO_ENDORSE("officer", "steering-member", "partner"),
    FICHE_ENDORSED("officer", "steering-member", "partner"),
    /** The three months may not be kept. */
    CLOCK_AT_RISK("officer", "manager");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
    private final Set<String> roles;

    NotificationKind(String... roles) {
        this.roles = Set.of(roles);
    }

    /** Those whom it concerns, where they see the record. */
    Set<String> roles() {
        return roles;
    }
}
