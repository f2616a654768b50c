package eu.mieux.chassis.proof;

import eu.mieux.chassis.testing.RealSuite;
import java.nio.file.Path;

/** Where this module is. */
final class RootOf {

    private RootOf() {}

    static Path module() {
        return RealSuite.root().resolve("chassis-proof");
    }
}
