package eu.mieux.local;

import eu.mieux.local.portfolio.FolderImport;
import eu.mieux.local.portfolio.Outcome;
import eu.mieux.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a portfolio into a running suite. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a portfolio, a folder of CSV files, into a running suite.",
            "Everything is checked first; if anything is wrong, nothing is changed and every complaint names file, line and remedy. The same folder twice changes nothing; what is recorded and not in the folder stays as it is."
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private SuiteOption option;

    @Parameters(paramLabel = "DIR", description = "The folder with authorities.csv, requests.csv and so on.")
    private Path folder;

    @Option(names = "--dry-run", description = "Only tell what would happen.")
    private boolean dryRun;

    @Option(names = "--keep-good", description = "Import the rows that are right, and report the others.")
    private boolean keepGood;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (dryRun && keepGood) {
            throw new Refusal("--dry-run and --keep-good exclude each other: a dry run reports every bad row anyway.");
        }
        Console console = Console.standard();
        Suite suite = option.suite();
        FolderImport bringing = new FolderImport(folder, suite.port(), suite.issuer(), console);
        List<String> missing = bringing.missing();
        if (!missing.isEmpty()) {
            console.say("Not in this folder, and left as they are: %s.".formatted(String.join(", ", missing)));
        }
        Outcome outcome = dryRun ? bringing.dryRun() : keepGood ? bringing.keepGood() : bringing.allOrNothing();
        outcome.report().forEach(line -> console.say(line));
        if (dryRun) {
            console.say("This was a dry run: nothing was changed.");
        } else if (!outcome.clean() && !keepGood) {
            console.say(outcome.consequence());
        }
        return outcome.clean() ? 0 : 1;
    }
}
