package eu.mieux.local;

import eu.mieux.local.build.Maven;
import eu.mieux.local.identity.Provider;
import eu.mieux.local.portfolio.FolderImport;
import eu.mieux.local.portfolio.Outcome;
import eu.mieux.local.suite.Part;
import eu.mieux.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds what is not built, starts what does not run, and loads a portfolio on the first start. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Builds what is not built, starts what does not run, and on the first start loads the facility's history.",
            "Ctrl-C stops everything; the data stay for the next start."
        })
final class UpCommand implements Callable<Integer> {

    private static final String USUAL_PORTFOLIO = "mieux-2009-2024";
    private static final String NO_PORTFOLIO = "none";

    @Mixin
    private SuiteOption option;

    @Option(names = "--detach", description = "Return as soon as everything is ready; ./mieux down stops it.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Port of the gateway; the suite takes the block N … N+9. Default: as last time, at first 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--identity",
            paramLabel = "PROVIDER",
            description =
                    "${COMPLETION-CANDIDATES}: our own, quick and without passwords, or the real Keycloak, which is downloaded when it is first asked for. Default: as last time, at first local.")
    private @Nullable Provider identity;

    @Option(names = "--no-training", description = "Do not prepare faster starts in the background.")
    private boolean untrained;

    @ArgGroup
    private @Nullable Content content;

    /** What a new suite begins with. */
    private static final class Content {

        @Option(names = "--empty", description = "Load nothing on the first start.")
        private boolean empty;

        @Option(
                names = "--portfolio",
                paramLabel = "DIR",
                description = "Load this folder on the first start, not the facility's history.")
        private @Nullable Path portfolio;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Instant begun = begun();
        if (port != null && (port < 1024 || port + Part.BLOCK > 1 << 16)) {
            throw new Refusal("--port must lie between 1024 and 65526; %d does not.".formatted(port));
        }
        if (content != null && content.portfolio != null && !Files.isDirectory(content.portfolio)) {
            throw new Refusal("There is no folder %s.".formatted(content.portfolio));
        }
        Console console = Console.standard();
        Suite suite = option.suite();
        Maven maven = new Maven(Checkout.here());
        try (Foreground foreground = new Foreground(suite, maven, console)) {
            suite.checkGround(port);
            Provider provider = suite.identifyBy(identity);
            if (suite.complete()) {
                console.say("The suite in %s runs already.".formatted(suite.data()));
                suite.awaitReady(console);
            } else {
                if (!foreground.build(suite.log("build"), provider)) {
                    return 1;
                }
                console.say("Starting the suite in %s.".formatted(suite.data()));
                suite.start(port, console);
            }
            foreground.onlyWaiting(true);
            boolean loaded = load(suite, console);
            foreground.onlyWaiting(false);
            if (!untrained) {
                suite.train();
            }
            console.say("");
            console.say(ReadyText.of(suite, begun));
            if (detach) {
                return loaded ? 0 : 1;
            }
            console.say("Ctrl-C stops the suite; the data stay in %s.".formatted(suite.data()));
            foreground.stay();
            return loaded ? 0 : 1;
        }
    }

    /** Whether nothing was wrong with what had to be loaded. */
    private boolean load(Suite suite, Console console) throws IOException, InterruptedException {
        Optional<String> begunWith = suite.portfolio();
        if (begunWith.isPresent()) {
            ignoredContent(begunWith.get()).ifPresent(console::say);
            return true;
        }
        if (content != null && content.empty) {
            suite.portfolioIs(NO_PORTFOLIO);
            return true;
        }
        Path chosen = content == null ? null : content.portfolio;
        Path folder = chosen == null ? Checkout.here().path("deploy", "portfolio", USUAL_PORTFOLIO) : chosen;
        console.say("Loading the portfolio %s.".formatted(folder.getFileName()));
        FolderImport loading = new FolderImport(folder, suite.port(), suite.issuer(), console);
        Outcome outcome = loading.allOrNothing();
        outcome.report().forEach(line -> console.say(line));
        if (!outcome.clean()) {
            console.say(
                    "The portfolio was not loaded. Mend it and give the same command again, or begin with --empty.");
            return false;
        }
        if (chosen == null) {
            loading.publishReport(ReadyText.SHOWN_YEAR);
        }
        suite.portfolioIs(folder.toAbsolutePath().normalize().getFileName().toString());
        return true;
    }

    /** What is to be said when a suite that was begun is given something to begin with. */
    private Optional<String> ignoredContent(String begunWith) {
        if (content == null || (content.empty && begunWith.equals(NO_PORTFOLIO))) {
            return Optional.empty();
        }
        String begun = begunWith.equals(NO_PORTFOLIO)
                ? "This suite was begun empty"
                : "This suite was begun with \"%s\"".formatted(begunWith);
        return Optional.of(
                content.empty
                        ? "%s and keeps its data; --empty was ignored. ./mieux up --empty --data DIR begins another suite."
                                .formatted(begun)
                        : "%s; %s was not loaded. ./mieux import brings it in as well."
                                .formatted(begun, content.portfolio));
    }

    /** The script tells when it began: before the launcher can say anything, it may have had to be built. */
    private static Instant begun() {
        Long seconds = Long.getLong("mieux.begun");
        return seconds == null ? Instant.now() : Instant.ofEpochSecond(seconds);
    }
}
