package eu.mieux.preimplementation.fiche;

import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send to endorse an Action Fiche; what they send to draft and save one is its content. */
final class FicheCommands {

    private FicheCommands() {}

    /**
     * An endorsement.
     *
     * @param side for whom it is given; needed from a manager only, or from whoever speaks for several sides
     * @param contentVersion which version is endorsed; refused when there is a newer one
     */
    @Schema(name = "EndorseActionFiche")
    record Endorse(
            @Nullable Side side,

            @Positive(message = "Versions count from 1.") @Nullable
            Integer contentVersion) {}
}
