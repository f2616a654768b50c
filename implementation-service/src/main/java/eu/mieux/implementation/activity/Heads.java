package eu.mieux.implementation.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many attended, by gender; zero is a number, null is unknown. A history may know some counts only. */
@Embeddable
@Schema(name = "Heads")
record Heads(
        @Column(name = "participants_female") @Nullable Integer female,
        @Column(name = "participants_male") @Nullable Integer male,
        @Column(name = "participants_other") @Nullable Integer other) {

    static final Heads UNKNOWN = new Heads(null, null, null);

    boolean areComplete() {
        return female != null && male != null && other != null;
    }

    /** For a view: nothing where nobody was counted. */
    @Nullable
    Heads orNothing() {
        return equals(UNKNOWN) ? null : this;
    }
}
