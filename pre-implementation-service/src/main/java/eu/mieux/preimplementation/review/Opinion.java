package eu.mieux.preimplementation.review;

import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an institution thought of a request at one time. A revised opinion is another one; both are kept. */
@Embeddable
public class Opinion {

    /** Its verdict. */
    @Schema(name = "OpinionVerdict")
    public enum Verdict {
        FAVOURABLE,
        FAVOURABLE_WITH_CONDITIONS,
        UNFAVOURABLE,
        NO_OBJECTION
    }

    @Column
    private int round;

    @Column
    @Enumerated(EnumType.STRING)
    private Verdict opinion;

    @Column
    private @Nullable String comment;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "given_by_name")
    private @Nullable String givenByName;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "spoken_by")
    private @Nullable String spokenBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Opinion() {}

    Opinion(int round, Said said) {
        this.round = round;
        this.opinion = said.verdict();
        this.comment = said.comment();
        this.givenBy = said.by().subject();
        this.givenByName = said.by().name();
        this.givenAt = said.at();
        this.spokenBy = said.spokenBy();
    }

    /**
     * What somebody said for an institution.
     *
     * @param spokenBy the institution that was let speak for it; null where it spoke itself
     */
    public record Said(
            Verdict verdict,
            @Nullable String comment,
            Signature by,
            Instant at,
            @Nullable String spokenBy) {}

    /** Whose opinion, and which of hers: they count from 1. */
    @Embeddable
    public record Key(
            @Column(name = "institution") String institution,
            @Column(name = "number") int number) {}

    public int round() {
        return round;
    }

    public Verdict verdict() {
        return opinion;
    }

    public @Nullable String comment() {
        return comment;
    }

    @Nullable
    String spokenBy() {
        return spokenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public String givenBy() {
        return givenBy;
    }

    /** What she is called; null where nobody knows. */
    public @Nullable String givenByName() {
        return givenByName;
    }
}
