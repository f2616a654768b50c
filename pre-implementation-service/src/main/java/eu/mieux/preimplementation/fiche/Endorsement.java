package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One side's consent to one version of a fiche's content; void as soon as there is a newer version. */
@Embeddable
record Endorsement(
        @Column(name = "content_version") int contentVersion,

        @Enumerated(EnumType.STRING) @Column Side side,

        @Column(name = "given_by") String givenBy,

        @Column(name = "given_by_name") @Nullable String givenByName,

        @Column(name = "given_at") Instant givenAt) {

    static Endorsement of(int contentVersion, Side side, Signature by, Instant at) {
        return new Endorsement(contentVersion, side, by.subject(), by.name(), at);
    }
}
