package eu.mieux.knowledge.media;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a media mention when it is recorded or amended.
 *
 * @param outlet who published it
 * @param country ISO 3166-1 alpha-2, of the outlet
 * @param publishedOn when
 * @param title under which headline
 */
@Schema(name = "MediaMentionCommand")
record MediaMentionCommand(
        @NotBlank(message = "Name the outlet.") @Size(max = 300, message = "At most 300 characters.")
        String outlet,

        @Schema(examples = "GH") @Nullable String country,
        @NotNull(message = "Say when it was published.") LocalDate publishedOn,

        @NotBlank(message = "Give its headline.") @Size(max = 500, message = "At most 500 characters.")
        String title) {

    MediaMention.Facts facts(@Nullable String provenance) {
        return new MediaMention.Facts(outlet, country, publishedOn, title, provenance);
    }
}
