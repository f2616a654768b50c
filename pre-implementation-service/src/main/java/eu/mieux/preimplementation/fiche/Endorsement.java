package eu.mieux.preimplementation.fiche;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One side's consent to one version of a fiche's content; void as soon as there is a newer version. */
@Embeddable
record Endorsement(
        @Column(name = "content_version") int contentVersion,

        @Enumerated(EnumType.STRING) @Column Side side,

        @Column(name = "given_by") String givenBy,

        @Column(name = "given_at") Instant givenAt) {}
