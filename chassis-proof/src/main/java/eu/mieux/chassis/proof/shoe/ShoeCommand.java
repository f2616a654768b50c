package eu.mieux.chassis.proof.shoe;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A shoe as a client states it.
 *
 * @param colours what the label says; checked, not kept
 */
record ShoeCommand(
        @NotBlank(message = "Give the article number.") @Size(max = 40, message = "At most 40 characters.")
        String article,

        @NotBlank(message = "Give the shoe a name.") String name,

        @Min(value = 0, message = "At least 0.") @Max(value = 1_000_000, message = "At most 1000000.")
        int pairs,

        @NotNull(message = "Give a list, be it empty.")
        List<@NotBlank(message = "A colour has a name.") String> colours) {
    ShoeCommand {
        colours = colours == null ? List.of() : colours;
    }
}
