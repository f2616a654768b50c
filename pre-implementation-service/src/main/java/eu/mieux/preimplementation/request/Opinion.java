package eu.mieux.preimplementation.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one steering institution thinks of a request. */
@Embeddable
class Opinion {

    /** Its verdict. */
    @Schema(name = "OpinionVerdict")
    enum Verdict {
        FAVOURABLE,
        FAVOURABLE_WITH_CONDITIONS,
        UNFAVOURABLE,
        NO_OBJECTION
    }

    @Column
    @Enumerated(EnumType.STRING)
    private Verdict opinion;

    @Column
    private @Nullable String comment;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Opinion() {}

    Opinion(Verdict opinion, @Nullable String comment, String givenBy, Instant givenAt) {
        this.opinion = opinion;
        this.comment = comment;
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    Verdict verdict() {
        return opinion;
    }

    @Nullable
    String comment() {
        return comment;
    }

    Instant givenAt() {
        return givenAt;
    }

    String givenBy() {
        return givenBy;
    }
}
