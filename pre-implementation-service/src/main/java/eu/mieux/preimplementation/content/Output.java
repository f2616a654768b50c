package eu.mieux.preimplementation.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is there when the Action is over. */
@Schema(name = "Output")
public record Output(
        @NotBlank(message = "Say what the output is.") @Size(max = 2000, message = "At most 2,000 characters.")
        String statement,

        @Size(max = 10, message = "At most 10 indicators.") @Nullable
        List<@NotNull(message = "Say what the indicator is.") @Valid Indicator> indicators) {

    public Output {
        indicators = Given.list(indicators);
    }

    public List<Indicator> measuredBy() {
        return Given.list(indicators);
    }
}
