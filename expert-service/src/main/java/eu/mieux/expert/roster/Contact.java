package eu.mieux.expert.roster;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an expert is reached; null is unknown. It stays in this service: neither events nor portfolio files carry it.
 *
 * @param email as she writes it
 * @param phone as she writes it
 */
@Schema(name = "Contact")
record Contact(
        @Schema(examples = "ana.silva@example.org")
        @Size(max = 254, message = "At most 254 characters.")
        @Pattern(regexp = "[^\\s@]+@[^\\s@]+", message = "An address such as ana@example.org.")
        @Nullable
        String email,

        @Schema(examples = "+351 21 000 0000") @Size(max = 40, message = "At most 40 characters.") @Nullable
        String phone) {

    static final Contact UNKNOWN = new Contact(null, null);
}
