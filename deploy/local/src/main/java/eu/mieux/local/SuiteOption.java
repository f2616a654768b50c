package eu.mieux.local;

import eu.mieux.local.suite.Suite;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suite a command means. */
final class SuiteOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {"The folder that holds all the data of the suite.", "Default: .mieux in the checkout."})
    @Nullable
    private Path data;

    Suite suite() {
        Checkout checkout = Checkout.here();
        return new Suite(checkout, data == null ? checkout.path(".mieux") : data);
    }
}
