package eu.mieux.monitoring;

import eu.mieux.chassis.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_house_rules_hold() {
        Architecture.check("eu.mieux.monitoring");
    }
}
