package eu.mieux.chassis.proof;

import eu.mieux.chassis.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_shop_is_built_as_services_are() {
        Architecture.check("eu.mieux.chassis.proof");
    }
}
