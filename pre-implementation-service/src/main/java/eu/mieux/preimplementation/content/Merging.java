package eu.mieux.preimplementation.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Three-way merge, section by section: whoever changed a section has her text. Nothing finer is merged: two halves of a budget or
 * of a paragraph, each right by itself, can be nonsense together.
 */
public final class Merging {

    private Merging() {}

    /** A section that both changed, with what was there before. */
    public record Conflict(Section section, ObjectNode base, ObjectNode yours, ObjectNode theirs) {}

    /**
     * What came of it.
     *
     * @param content yours and theirs together; without meaning if there are conflicts
     * @param yours the sections that only you changed
     * @param theirs the sections that only they changed
     * @param conflicts the sections that both changed, and not alike
     */
    public record Merged(FicheContent content, List<Section> yours, List<Section> theirs, List<Conflict> conflicts) {}

    public static Merged merge(FicheContent base, FicheContent yours, FicheContent theirs) {
        ObjectNode before = ContentJson.tree(base);
        ObjectNode mine = ContentJson.tree(yours);
        ObjectNode other = ContentJson.tree(theirs);
        ObjectNode merged = other.deepCopy();
        List<Section> fromYours = new ArrayList<>();
        List<Section> fromTheirs = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (Section section : Section.values()) {
            ObjectNode was = section.of(before);
            ObjectNode my = section.of(mine);
            ObjectNode her = section.of(other);
            boolean changedHere = !my.equals(was);
            boolean changedThere = !her.equals(was);
            if (changedHere && changedThere && !my.equals(her)) {
                conflicts.add(new Conflict(section, was, my, her));
            } else if (changedHere && !changedThere) {
                merged.setAll(my);
                fromYours.add(section);
            } else if (changedThere) {
                fromTheirs.add(section);
            }
        }
        return new Merged(
                ContentJson.content(merged), List.copyOf(fromYours), List.copyOf(fromTheirs), List.copyOf(conflicts));
    }
}
