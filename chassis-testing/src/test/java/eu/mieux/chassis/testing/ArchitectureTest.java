package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every guard is seen failing on a class that was planted for it. */
class ArchitectureTest {

    private static final String PLANTED = "eu.mieux.chassis.testing.planted.";
    private static final Map<ArchRule, String> VIOLATIONS = Map.of(
            Architecture.ENTITIES_HAVE_NO_SETTERS, "SetterEntity",
            Architecture.ENTITIES_STAY_INSIDE, "PublicEntity",
            Architecture.THE_DOMAIN_NEVER_SEES_HTTP, "HttpInTheDomain",
            Architecture.NO_LAYERS_FOR_PACKAGES, "util.Layered",
            Architecture.RESOURCE_METHODS_ARE_PUBLIC, "HiddenResource",
            Architecture.RESOURCES_SAY_WHO_MAY, "OpenResource",
            Architecture.NOBODY_READS_THE_CLOCK_BEHIND_ONES_BACK, "ClockReader");

    @Test
    void every_rule_fails_on_its_violation() throws ClassNotFoundException {
        assertThat(VIOLATIONS.keySet()).containsExactlyInAnyOrderElementsOf(Architecture.rules());
        for (Map.Entry<ArchRule, String> violation : VIOLATIONS.entrySet()) {
            Class<?> planted = Class.forName(PLANTED + violation.getValue());
            assertThatThrownBy(() -> violation.getKey().check(new ClassFileImporter().importClasses(planted)))
                    .as(violation.getKey().getDescription())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(planted.getSimpleName());
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
