package eu.mieux.preimplementation.fiche;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.content.Section;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the answer to a change looks that cannot be merged: a problem (RFC 9457) with what both sides wrote. The members after
 * the first five are there when sections collide; a version that the fiche never had has none.
 *
 * @param type {@code urn:mieux:problem:same-section-changed}, or {@code …:stale-version}
 * @param title the kind in words
 * @param status 412
 * @param detail a sentence that a person can act on
 * @param instance the path that was asked
 * @param errors none: no single field is at fault
 * @param baseVersion the version of the content that you changed
 * @param currentVersion the version of the content that stands now
 * @param currentEtag what to send as If-Match when both texts are brought together
 * @param conflicts section by section
 */
@Schema(name = "FicheConflict")
@JsonInclude
record FicheConflict(
        @Schema(required = true, format = "uri") String type,
        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Schema(required = true) String detail,
        @Schema(required = true) String instance,
        List<Refusal.FieldError> errors,
        Integer baseVersion,
        Integer currentVersion,
        String currentEtag,
        @Schema(maxItems = 9) List<InSection> conflicts) {

    /** As it is answered. */
    static final String EXAMPLE = """
            {"type": "urn:mieux:problem:same-section-changed",
             "title": "Same section changed",
             "status": 412,
             "detail": "Since version 1, which you changed, others have changed the same of the Action Fiche of 2017-03: CONTEXT. Bring both texts together, then save the whole with \\"2\\" as If-Match.",
             "instance": "/api/v1/action-fiches/2017-03",
             "baseVersion": 1,
             "currentVersion": 2,
             "currentEtag": "\\"2\\"",
             "conflicts": [{"section": "CONTEXT",
                            "base": {"context": null},
                            "yours": {"context": "The police has nine laboratories."},
                            "theirs": {"context": "The police has ten laboratories."}}]}""";

    /**
     * A section that both changed, each time with all of its fields.
     *
     * @param base what stood there in the version that you changed
     * @param yours what you sent
     * @param theirs what stands there now
     */
    @Schema(name = "FicheSectionConflict")
    record InSection(
            Section section, Map<String, Object> base, Map<String, Object> yours, Map<String, Object> theirs) {}
}
