package eu.mieux.chassis.proof.shoe;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shoe as a client states it.
 *
 * @param colours what the label says; checked, not kept
 * @param make how it was made; checked, not kept
 */
record ShoeCommand(
        @NotBlank(message = "Give the article number.") @Size(max = 40, message = "At most 40 characters.")
        String article,

        @NotBlank(message = "Give the shoe a name.") String name,

        @NotNull(message = "Say how many pairs.")
        @Min(value = 0, message = "At least 0.")
        @Max(value = 1_000_000, message = "At most 1000000.")
        Integer pairs,

        @NotNull(message = "Give a list, be it empty.")
        List<@NotBlank(message = "A colour has a name.") String> colours,

        @Valid @Nullable Make make) {

    /** A field of every type that a command may have. */
    record Make(
            @Nullable LocalDate day,
            @Nullable Instant boxedAt,
            @Nullable Sole sole,
            @Nullable Boolean waterproof,
            @Nullable BigDecimal price,
            @Nullable Long stitches,
            @Nullable UUID last,
            int eyelets) {}

    /** What it stands on. */
    enum Sole {
        LEATHER,
        RUBBER
    }
}
