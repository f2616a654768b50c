package eu.mieux.local;

import eu.mieux.local.suite.Suite;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a suite. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {"Stops every process of a suite, whoever started it.", "The data stay for the next ./mieux up."})
final class DownCommand implements Callable<Integer> {

    @Mixin
    private SuiteOption option;

    @Override
    public Integer call() throws IOException {
        Console console = Console.standard();
        Suite suite = option.suite();
        suite.port();
        if (suite.stopped()) {
            console.say("The suite in %s does not run.".formatted(suite.data()));
            return 0;
        }
        suite.stop();
        console.say("Stopped. The data stay in %s.".formatted(suite.data()));
        return 0;
    }
}
