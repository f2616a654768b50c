package eu.mieux.local;

import eu.mieux.local.build.Maven;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs every test. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Builds everything and runs every test of every module; the exit code is not 0 if any fails.")
final class TestCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ARGUMENT",
            description = {"For Maven, after --; for instance:", "./mieux test -- -pl gateway"})
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Maven maven = new Maven(Checkout.here());
        Runtime.getRuntime().addShutdownHook(new Thread(maven::stop, "stop"));
        return maven.verify(arguments);
    }
}
