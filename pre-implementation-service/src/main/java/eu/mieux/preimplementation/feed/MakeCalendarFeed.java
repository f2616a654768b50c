package eu.mieux.preimplementation.feed;

import eu.mieux.preimplementation.deadline.DeadlineKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a link to a calendar when it is made. */
@Schema(name = "MakeCalendarFeed")
record MakeCalendarFeed(
        @Schema(description = "What the calendar is called in the program that shows it", examples = "MIEUX deadlines")
        @NotBlank(message = "Give the calendar a name.")
        @Size(max = 100, message = "At most 100 characters.")
        String name,

        @Schema(description = "en, fr or es; that of Accept-Language if nothing is said", examples = "fr")
        @Size(max = 35, message = "At most 35 characters.")
        @Nullable
        String language,

        @Schema(description = "What it tells; none are all, those of later versions too")
        @Size(max = 20, message = "At most 20 kinds.")
        @Nullable
        List<@NotNull(message = "Name a kind.") DeadlineKind> kinds) {

    List<DeadlineKind> kindsAsked() {
        return kinds == null ? List.of() : kinds;
    }
}
