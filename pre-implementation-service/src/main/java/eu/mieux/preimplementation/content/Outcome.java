package eu.mieux.preimplementation.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change that the Action should bring about, and what it hands over to get there. */
@Schema(name = "Outcome")
public record Outcome(
        @NotBlank(message = "Say what the outcome is.") @Size(max = 2000, message = "At most 2,000 characters.")
        String statement,

        @Size(max = 10, message = "At most 10 indicators.") @Nullable
        List<@NotNull(message = "Say what the indicator is.") @Valid Indicator> indicators,

        @Size(max = 20, message = "At most 20 outputs.") @Nullable
        List<@NotNull(message = "Say what the output is.") @Valid Output> outputs) {

    public Outcome {
        indicators = Given.list(indicators);
        outputs = Given.list(outputs);
    }

    public List<Indicator> measuredBy() {
        return Given.list(indicators);
    }

    public List<Output> handsOver() {
        return Given.list(outputs);
    }
}
