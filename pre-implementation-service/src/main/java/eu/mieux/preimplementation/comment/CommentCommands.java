package eu.mieux.preimplementation.comment;

import eu.mieux.preimplementation.content.Section;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send to comment. */
final class CommentCommands {

    private CommentCommands() {}

    /**
     * A comment.
     *
     * @param section what it is about
     */
    @Schema(name = "WriteFicheComment")
    record Write(
            @NotNull(message = "Say which section it is about.")
            Section section,

            @NotBlank(message = "Say something.")
            @Size(max = 5000, message = "At most 5,000 characters.")
            @Schema(examples = "Should the police academy not be named here?")
            String text) {}

    /** An answer to a comment. */
    @Schema(name = "ReplyToFicheComment")
    record Answer(
            @NotBlank(message = "Say something.") @Size(max = 5000, message = "At most 5,000 characters.")
            String text) {}
}
