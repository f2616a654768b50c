package eu.mieux.local;

import eu.mieux.local.portfolio.FolderExport;
import eu.mieux.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a running suite holds into a folder. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes everything that a running suite holds into a folder, as a portfolio: CSV files ordered by key.")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private SuiteOption option;

    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    private Path folder;

    @Option(names = "--force", description = "Overwrite the files of a folder that is not empty.")
    private boolean force;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.standard();
        Suite suite = option.suite();
        new FolderExport(folder, suite.port(), suite.issuer(), console).run(force);
        console.say("Exported to %s.".formatted(folder.toAbsolutePath().normalize()));
        return 0;
    }
}
