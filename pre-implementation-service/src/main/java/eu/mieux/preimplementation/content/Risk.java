package eu.mieux.preimplementation.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may go wrong, and what would be done about it.
 *
 * @param likelihood code of the list {@code risk-levels}
 * @param impact code of the list {@code risk-levels}
 */
@Schema(name = "Risk")
public record Risk(
        @NotBlank(message = "Say what may go wrong.") @Size(max = 2000, message = "At most 2,000 characters.")
        String description,

        @Nullable String likelihood,
        @Nullable String impact,

        @Size(max = 2000, message = "At most 2,000 characters.") @Nullable
        String mitigation) {}
