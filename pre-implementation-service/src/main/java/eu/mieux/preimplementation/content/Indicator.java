package eu.mieux.preimplementation.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How it is told whether an objective, an outcome or an output was reached.
 *
 * @param unit what it is counted in
 * @param baseline the value before the Action
 * @param target the value that the Action is to bring about
 * @param source of verification: where the value is read
 */
@Schema(name = "Indicator")
public record Indicator(
        @NotBlank(message = "Say what the indicator measures.")
        @Size(max = 1000, message = "At most 1,000 characters.")
        @Schema(examples = "Officers who pass the test on forged documents")
        String statement,

        @Size(max = 100, message = "At most 100 characters.") @Nullable @Schema(examples = "percent")
        String unit,

        @Size(max = 200, message = "At most 200 characters.") @Nullable @Schema(examples = "40")
        String baseline,

        @Size(max = 200, message = "At most 200 characters.") @Nullable @Schema(examples = "80")
        String target,

        @Size(max = 1000, message = "At most 1,000 characters.") @Nullable @Schema(examples = "Records of the academy")
        String source) {

    /** Whether its target and where to read it are given: without them nobody can tell what became of it. */
    boolean canBeChecked() {
        return target != null && source != null;
    }
}
