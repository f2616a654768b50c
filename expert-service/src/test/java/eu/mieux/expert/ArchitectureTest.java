package eu.mieux.expert;

import eu.mieux.chassis.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_rules_of_the_house_hold() {
        Architecture.check("eu.mieux.expert");
    }
}
