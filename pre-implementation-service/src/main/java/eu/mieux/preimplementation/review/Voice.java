package eu.mieux.preimplementation.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That an institution was asked for its opinion in a round of the review, and what became of that besides the opinion. */
@Embeddable
public class Voice {

    /** Asked whom, and in which round. */
    @Embeddable
    public record Key(
            @Column(name = "round") int round,
            @Column(name = "institution") String institution) {}

    @Column(name = "asked_until")
    private LocalDate until;

    @Column(name = "set_on")
    private @Nullable LocalDate setOn;

    @Column(name = "reminded_on")
    private @Nullable LocalDate remindedOn;

    @Column(name = "delegated_to")
    private @Nullable String delegatedTo;

    @Column(name = "recused_by")
    private @Nullable String recusedBy;

    @Column(name = "recusal_reason")
    private @Nullable String recusalReason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Voice() {}

    Voice(LocalDate until) {
        this.until = until;
    }

    /** By hand, on that day. */
    void extend(LocalDate later, LocalDate on) {
        setOn = on;
        move(later);
    }

    /** Another deadline is worth another reminder. */
    void move(LocalDate other) {
        until = other;
        remindedOn = null;
    }

    void remind(LocalDate on) {
        remindedOn = on;
    }

    void delegate(@Nullable String to) {
        delegatedTo = to;
    }

    void recuse(String by, String reason) {
        recusedBy = by;
        recusalReason = reason;
        delegatedTo = null;
    }

    public LocalDate until() {
        return until;
    }

    /** When its deadline was set by hand; null where it is that of the round. */
    @Nullable
    LocalDate setOn() {
        return setOn;
    }

    public @Nullable LocalDate remindedOn() {
        return remindedOn;
    }

    /** The institution that may speak for this one too. */
    public @Nullable String delegatedTo() {
        return delegatedTo;
    }

    public @Nullable String recusalReason() {
        return recusalReason;
    }

    public boolean isRecused() {
        return recusedBy != null;
    }
}
