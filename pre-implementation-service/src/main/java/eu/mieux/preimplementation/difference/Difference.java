package eu.mieux.preimplementation.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mieux.preimplementation.content.ContentJson;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.Section;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a fiche from one version to another.
 *
 * @param from the version compared with; 0 for an empty fiche
 * @param to the version that was asked for
 * @param sections those that differ, in the order of the document
 */
@Schema(name = "FicheDifference")
public record Difference(
        int from, int to, @Schema(maxItems = 9) List<InSection> sections) {

    /** The changes of a section, in the order of its fields. */
    @Schema(name = "FicheSectionDifference")
    record InSection(Section section, List<Change> changes) {}

    /**
     * @param before what it is compared with; an empty fiche when there is none
     * @param after what was asked for
     */
    public static Difference between(int from, @Nullable FicheContent before, int to, FicheContent after) {
        JsonNode was = before == null ? JsonNodeFactory.instance.objectNode() : ContentJson.tree(before);
        JsonNode is = ContentJson.tree(after);
        return new Difference(
                from,
                to,
                Arrays.stream(Section.values())
                        .map(section -> new InSection(section, Comparing.compare(section.of(was), section.of(is))))
                        .filter(section -> !section.changes().isEmpty())
                        .toList());
    }
}
