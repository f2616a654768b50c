package eu.mieux.preimplementation.notification;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people are told of, and whom it concerns. */
@Schema(name = "NotificationKind", description = """
                OPINION_AWAITED, SCREENING_DUE, DECISION_DUE, FICHE_TO_ENDORSE, CLOCK_AT_RISK, COMMENT_OPEN and MINUTES_TO_ADOPT: something waits for one; \
                MEETING_CONVENED and MEETING_CANCELLED: one takes part; the others: something has come of what one waited for""")
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
    CLOCK_AT_RISK("officer", "manager"),
    /** To those who write the fiche, never to her who wrote the comment. */
    COMMENT_OPEN(About.COMMENT, "officer", "steering-member", "partner"),
    /** To her who wrote it. */
    COMMENT_ANSWERED(About.COMMENT, "officer", "steering-member", "partner", "eu-delegation", "manager"),
    /** To those who take part, as are the others of meetings; and again when time or place have become others. */
    MEETING_CONVENED(About.MEETING, "steering-member", "eu-delegation", "officer"),
    MEETING_CANCELLED(About.MEETING, "steering-member", "eu-delegation", "officer"),
    /** Once for each meeting: a draft is often written again. */
    MINUTES_TO_ADOPT(About.MEETING, "steering-member", "eu-delegation", "officer");

    /** Of what kind of record it is told. */
    enum About {
        REQUEST("request"),
        COMMENT("fiche-comment"),
        MEETING("meeting");

        private final String aggregateType;

        About(String aggregateType) {
            this.aggregateType = aggregateType;
        }

        String aggregateType() {
            return aggregateType;
        }
    }

    private final About about;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
    private final Set<String> roles;

    NotificationKind(String... roles) {
        this(About.REQUEST, roles);
    }

    NotificationKind(About about, String... roles) {
        this.about = about;
        this.roles = Set.of(roles);
    }

    About about() {
        return about;
    }

    /** Those whom it concerns, where they see the record. */
    Set<String> roles() {
        return roles;
    }
}
