package eu.mieux.knowledge.publication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product or an article as its author writes it.
 *
 * @param title in one line
 * @param kind a code of the list {@code publication-kinds}
 * @param languages ISO 639-1, the languages that it is available in, the first being that of title and text
 * @param region its code, when it is about one
 * @param countries ISO 3166-1 alpha-2, those it is about
 * @param themes their codes
 * @param source where the whole of it can be found
 * @param summary what it says, in a paragraph
 * @param text what it says, plain text
 * @param actionCodes of the Actions that it tells of
 */
@Schema(name = "PublicationDraft")
record PublicationDraft(
        @NotBlank(message = "Give the publication a title.") @Size(max = 300, message = "At most 300 characters.")
        String title,

        @NotNull(message = "Say what kind of publication it is.")
        String kind,

        @NotNull(message = "Name its languages; an empty list will do for a draft.")
        @Size(max = 30, message = "At most 30 languages.")
        List<String> languages,

        @Nullable String region,

        @Size(max = 250, message = "At most 250 countries.") @Nullable
        List<String> countries,

        @Size(max = 30, message = "At most 30 themes.") @Nullable
        List<String> themes,

        @Size(max = 2000, message = "At most 2,000 characters.") @Nullable
        String source,

        @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
        String summary,

        @Size(max = 100000, message = "At most 100,000 characters.") @Nullable
        String text,

        @Size(max = 50, message = "At most 50 Actions.") @Nullable
        List<String> actionCodes) {

    List<String> about() {
        return orNone(countries);
    }

    List<String> onThemes() {
        return orNone(themes);
    }

    List<String> actions() {
        return orNone(actionCodes);
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
