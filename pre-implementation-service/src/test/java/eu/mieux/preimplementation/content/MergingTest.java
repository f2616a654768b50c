package eu.mieux.preimplementation.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.preimplementation.content.Merging.Merged;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergingTest {

    @Provide
    Arbitrary<FicheContent> contents() {
        return Contents.any();
    }

    @Test
    void every_field_of_a_fiche_is_of_one_section() {
        assertThat(Arrays.stream(Section.values()).flatMap(section -> section.fields().stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FicheContent.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Property
    void whoever_alone_changed_something_has_it_as_she_wrote_it(
            @ForAll("contents") FicheContent base, @ForAll("contents") FicheContent yours) {
        assertThat(Merging.merge(base, yours, base).content()).isEqualTo(yours);
        assertThat(Merging.merge(base, base, yours).content()).isEqualTo(yours);
        assertThat(Merging.merge(base, yours, yours).content()).isEqualTo(yours);
        assertThat(Merging.merge(base, yours, yours).conflicts()).isEmpty();
    }

    @Property
    void every_section_is_as_one_of_both_wrote_it_or_a_conflict_and_no_change_is_lost(
            @ForAll("contents") FicheContent base,
            @ForAll("contents") FicheContent yours,
            @ForAll("contents") FicheContent theirs) {
        Merged merged = Merging.merge(base, yours, theirs);
        List<Section> conflicts =
                merged.conflicts().stream().map(Merging.Conflict::section).toList();
        for (Section section : Section.values()) {
            ObjectNode was = section.of(ContentJson.tree(base));
            ObjectNode mine = section.of(ContentJson.tree(yours));
            ObjectNode hers = section.of(ContentJson.tree(theirs));
            ObjectNode is = section.of(ContentJson.tree(merged.content()));
            if (conflicts.contains(section)) {
                assertThat(mine).isNotEqualTo(was).isNotEqualTo(hers);
                assertThat(hers).isNotEqualTo(was);
            } else {
                assertThat(is).isEqualTo(mine.equals(was) ? hers : mine);
                assertThat(merged.yours().contains(section)).isEqualTo(!mine.equals(was) && !mine.equals(hers));
                assertThat(merged.theirs().contains(section)).isEqualTo(!hers.equals(was));
            }
        }
    }

    @Property
    void it_does_not_matter_who_is_first(
            @ForAll("contents") FicheContent base,
            @ForAll("contents") FicheContent yours,
            @ForAll("contents") FicheContent theirs) {
        Merged one = Merging.merge(base, yours, theirs);
        Merged other = Merging.merge(base, theirs, yours);
        assertThat(one.conflicts()).hasSameSizeAs(other.conflicts());
        if (one.conflicts().isEmpty()) {
            assertThat(one.content()).isEqualTo(other.content());
        }
    }

    @Property
    void what_is_kept_is_read_as_it_was_written(@ForAll("contents") FicheContent content) {
        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
    }
}
