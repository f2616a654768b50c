package eu.mieux.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.eventlog.Aggregate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ETagsTest {

    private static final Aggregate AT_SEVEN = new Aggregate() {
        @Override
        public String aggregateType() {
            return "shoe";
        }

        @Override
        public UUID id() {
            return new UUID(0, 1);
        }

        @Override
        public long version() {
            return 7;
        }

        @Override
        public Object publicState() {
            return "";
        }
    };

    @Test
    void the_tag_of_the_current_version_is_accepted_alone_or_among_others() {
        for (String tag : new String[] {"\"7\"", "*", "\"6\", \"7\"", " \"7\" "}) {
            assertThatCode(() -> ETags.require(tag, AT_SEVEN)).as(tag).doesNotThrowAnyException();
        }
    }

    @Test
    void a_stale_weak_or_unquoted_tag_is_refused() {
        for (String tag : new String[] {"\"6\"", "W/\"7\"", "7", "\"77\"", "\"6\",\"8\""}) {
            assertThatThrownBy(() -> ETags.honour(tag, AT_SEVEN))
                    .as(tag)
                    .isInstanceOf(ETags.StaleVersion.class)
                    .hasMessageContaining("\"7\"");
        }
    }

    @Test
    void who_leaves_the_quotes_out_is_told_of_them() {
        assertThatThrownBy(() -> ETags.honour("7", AT_SEVEN))
                .hasMessage("An ETag has its quotes: If-Match: \"7\", not 7.");
        assertThatThrownBy(() -> ETags.lastRead(" 3 ", AT_SEVEN)).hasMessageContaining("\"3\", not 3");
    }

    @Test
    void a_change_without_a_tag_is_refused_and_an_act_without_one_is_not() {
        assertThatThrownBy(() -> ETags.require(null, AT_SEVEN)).isInstanceOf(ETags.IfMatchRequired.class);
        assertThatThrownBy(() -> ETags.require(" ", AT_SEVEN)).isInstanceOf(ETags.IfMatchRequired.class);
        assertThatCode(() -> ETags.honour(null, AT_SEVEN)).doesNotThrowAnyException();
    }

    @Test
    void what_is_merged_is_told_by_the_newest_version_that_was_read() {
        assertThat(ETags.lastRead("\"7\"", AT_SEVEN)).isEqualTo(7);
        assertThat(ETags.lastRead("\"3\", \"5\", \"9\"", AT_SEVEN)).isEqualTo(5);
    }

    @Test
    void who_names_no_version_or_one_that_never_was_is_not_merged() {
        for (String none : new String[] {"*", " ", " * "}) {
            assertThatThrownBy(() -> ETags.lastRead(none, AT_SEVEN)).as(none).isInstanceOf(ETags.IfMatchRequired.class);
        }
        for (String other : new String[] {"\"8\"", "\"0\"", "W/\"7\"", "7", "\"99999999999999999999\""}) {
            assertThatThrownBy(() -> ETags.lastRead(other, AT_SEVEN)).as(other).isInstanceOf(ETags.StaleVersion.class);
        }
    }
}
