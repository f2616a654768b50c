package eu.mieux.preimplementation.review;

import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the decision asks of the authority; followed until it is met, or given up. */
@Embeddable
public class Condition {

    /** Where it stands. */
    @Schema(name = "ConditionStatus")
    public enum Status {
        OPEN,
        MET,
        WAIVED
    }

    @Column
    private String text;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column
    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    @Column(name = "settled_by_name")
    private @Nullable String settledByName;

    @Column
    private @Nullable String evidence;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Condition() {}

    /** @param dueOn by when; null when no day was set */
    public Condition(String text, @Nullable LocalDate dueOn) {
        this.text = text;
        this.dueOn = dueOn;
        this.status = Status.OPEN;
    }

    /** @param evidence by what it is seen that it is met, or why it is given up */
    public void settle(Status outcome, String evidence, Signature by, LocalDate on) {
        this.status = outcome;
        this.evidence = evidence;
        this.settledBy = by.subject();
        this.settledByName = by.name();
        this.settledOn = on;
    }

    public String text() {
        return text;
    }

    public @Nullable LocalDate dueOn() {
        return dueOn;
    }

    public Status status() {
        return status;
    }

    public @Nullable LocalDate settledOn() {
        return settledOn;
    }

    public @Nullable String settledBy() {
        return settledBy;
    }

    /** What she is called; null where nobody knows. */
    public @Nullable String settledByName() {
        return settledByName;
    }

    public @Nullable String evidence() {
        return evidence;
    }
}
