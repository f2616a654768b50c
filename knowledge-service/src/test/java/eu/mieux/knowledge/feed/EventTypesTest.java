package eu.mieux.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.problem.InvalidFields;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void what_is_no_type_is_refused_null_too() {
        for (String none : Arrays.asList(null, "", "request-submitted", "eu.mieux.request-", "eu.mieux.shoe-sold")) {
            assertThatThrownBy(() -> EventTypes.of("/types", Arrays.asList("eu.mieux.request-*", none)))
                    .as("%s", none)
                    .isInstanceOf(InvalidFields.class)
                    .hasMessageContaining("/types");
        }
    }

    @Test
    void all_of_a_kind_are_not_those_of_a_kind_whose_name_begins_alike() {
        EventTypes actions = EventTypes.of("/types", List.of("eu.mieux.action-*"));
        assertThat(actions.include("action", "eu.mieux.action-launched")).isTrue();
        assertThat(actions.include("action-fiche", "eu.mieux.action-fiche-drafted"))
                .isFalse();
        assertThat(EventTypes.of("/types", List.of()).include("action-fiche", "eu.mieux.action-fiche-drafted"))
                .isTrue();
    }
}
