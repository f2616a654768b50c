package eu.mieux.local;

import java.lang.System.Logger.Level;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of a suite on this machine. */
@Command(
        name = "mieux",
        description =
                "Runs a MIEUX suite on this machine: PostgreSQL, Kafka, an identity provider, five services and their gateway.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "MIEUX suite 1.0.0-SNAPSHOT",
        footer = {
            "",
            "A first tour:",
            "  ./mieux up                      builds, starts, loads the facility's history",
            "  ./mieux token manager           prints a bearer token for the API",
            "  ./mieux import my-portfolio     brings a folder of CSV files into the suite",
            "",
            "`./mieux COMMAND --help` tells more about a command."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            TokenCommand.class,
            TestCommand.class,
            ImagesCommand.class
        })
final class Mieux {

    private Mieux() {}

    public static void main(String[] arguments) {
        // Whatever the machine speaks, these sentences are English, and so are the numbers in them.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine mieux = new CommandLine(new Mieux());
        String[] version = mieux.getCommandSpec().version();
        mieux.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version(version));
        return mieux.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println(Failures.sentence(failure));
                    if (System.getenv("MIEUX_TRACE") != null) {
                        System.getLogger("mieux").log(Level.ERROR, "It happened here", failure);
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
