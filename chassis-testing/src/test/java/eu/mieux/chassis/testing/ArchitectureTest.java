package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every guard is seen failing on a class that was planted for it. */
class ArchitectureTest {

    private static final String PLANTED = "eu.mieux.chassis.testing.planted.";
    private static final Map<ArchRule, List<String>> VIOLATIONS = Map.ofEntries(
            Map.entry(Architecture.ENTITIES_HAVE_NO_SETTERS, List.of("SetterEntity")),
            Map.entry(Architecture.ENTITIES_STAY_INSIDE, List.of("PublicEntity")),
            Map.entry(Architecture.THE_DOMAIN_NEVER_SEES_HTTP, List.of("HttpInTheDomain")),
            Map.entry(Architecture.NO_LAYERS_FOR_PACKAGES, List.of("util.Layered")),
            Map.entry(Architecture.RESOURCE_METHODS_ARE_PUBLIC, List.of("HiddenResource")),
            Map.entry(Architecture.BODIES_HAVE_A_FORM, List.of("FormlessResource")),
            Map.entry(Architecture.RESOURCES_SAY_WHO_MAY, List.of("OpenResource")),
            Map.entry(Architecture.CHANGES_CAN_BE_REPEATED, List.of("UnrepeatableResource")),
            Map.entry(
                    Architecture.REPEATED_CALLS_ARE_ANSWERED_WITHIN_A_TRANSACTION,
                    List.of("ForgetfulResource", "BareAnswerResource")),
            Map.entry(
                    Architecture.NOBODY_READS_THE_CLOCK_BEHIND_ONES_BACK,
                    List.of("ClockReader", "CalendarReader", "ClockMaker", "MillisReader")),
            Map.entry(Architecture.CHANGES_OF_RECORDS_ARE_KEPT, List.of("UnwatchedRecord")));

    @Test
    void every_rule_fails_on_its_violation() throws ClassNotFoundException {
        assertThat(VIOLATIONS.keySet()).containsExactlyInAnyOrderElementsOf(Architecture.rules());
        for (Map.Entry<ArchRule, List<String>> violated : VIOLATIONS.entrySet()) {
            for (String violation : violated.getValue()) {
                Class<?> planted = Class.forName(PLANTED + violation);
                assertThatThrownBy(() -> violated.getKey().check(new ClassFileImporter().importClasses(planted)))
                        .as(violated.getKey().getDescription())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining(planted.getSimpleName());
            }
        }
    }

    @Test
    void no_rule_fails_on_a_class_that_violates_none() throws ClassNotFoundException {
        Class<?> good = Class.forName(PLANTED + "GoodResource");
        for (ArchRule rule : Architecture.rules()) {
            assertThatCode(() -> rule.check(new ClassFileImporter().importClasses(good)))
                    .as(rule.getDescription())
                    .doesNotThrowAnyException();
        }
    }
}
