package eu.mieux.preimplementation.review;

import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One time that all institutions were asked. */
@Embeddable
public class Round {

    /** How the institutions come to their opinions. */
    @Schema(name = "ReviewProcedure", description = "Each by itself in writing, or together in a meeting")
    public enum Procedure {
        WRITTEN,
        MEETING
    }

    @Column(name = "\"procedure\"")
    @Enumerated(EnumType.STRING)
    private Procedure procedure;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_by_name")
    private @Nullable String openedByName;

    @Column
    private @Nullable String reason;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Round() {}

    /** @param reason why all are asked again; null in the first round */
    public Round(Procedure procedure, LocalDate openedOn, Signature openedBy, @Nullable String reason) {
        this.procedure = procedure;
        this.openedOn = openedOn;
        this.openedBy = openedBy.subject();
        this.openedByName = openedBy.name();
        this.reason = reason;
    }

    void close(LocalDate on) {
        closedOn = on;
    }

    /** Somebody has time again. */
    void reopen() {
        closedOn = null;
    }

    public Procedure procedure() {
        return procedure;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public String openedBy() {
        return openedBy;
    }

    /** What she is called; null where nobody knows. */
    public @Nullable String openedByName() {
        return openedByName;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** Whether it was said that the time of all who have not spoken is over. */
    public boolean isClosed() {
        return closedOn != null;
    }
}
