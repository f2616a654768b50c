package eu.mieux.preimplementation.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Somebody has confirmed that an authority is another one than it looks like. */
@Embeddable
record Distinction(
        @Column(name = "confirmed_by") String confirmedBy,

        @Column(name = "confirmed_at") Instant confirmedAt) {}
