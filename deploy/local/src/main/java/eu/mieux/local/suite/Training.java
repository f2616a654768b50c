package eu.mieux.local.suite;

import eu.mieux.embedded.OwnSession;
import eu.mieux.local.Checkout;
import eu.mieux.local.identity.Provider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prepares faster starts: a process of its own, of the lowest priority, that runs once after the suite is up and trains
 * one program after the other. Stopping the suite ends it; the next start takes it up again.
 */
public final class Training {

    /** The name of this process and of what it starts, on the command line and of its logs. */
    static final String NAME = "training";

    private Training() {}

    /** Starts the training in the background, unless it runs or there is nothing to train. */
    static void begin(Checkout checkout, SuiteFolder folder) throws IOException {
        if (!RunningParts.of(folder).helpers().isEmpty()
                || untrained(checkout, folder).isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(List.of("nice", "-n", "19", Checkout.java().toString()));
        command.addAll(RunningParts.marks(folder, NAME));
        command.addAll(Jvm.SMALL);
        command.addAll(List.of(
                "-Xmx64m",
                "-Dmieux.root=" + checkout.root(),
                "-cp",
                new Launches(checkout, folder).launcherClasses(),
                Training.class.getName(),
                folder.path().toString()));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.to(folder.log(NAME).toFile()))
                .start();
    }

    /** The programs whose next start will not be a fast one yet. */
    static List<Part> untrained(Checkout checkout, SuiteFolder folder) {
        Launches launches = new Launches(checkout, folder);
        StartupCaches caches = new StartupCaches(folder.programs());
        // Keycloak has a class loader of its own, whose classes no cache holds.
        boolean keycloak = folder.known().provider() == Provider.KEYCLOAK;
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.POSTGRES && !(keycloak && part == Part.IDENTITY))
                .filter(part -> !caches.fits(part, launches.home(part)))
                .toList();
    }

    /** One program that cannot be trained must not keep the others from it; it starts slower, that is all. */
    private static String outcome(Trainee trainee) throws InterruptedException {
        try {
            return trainee.train() ? "done" : "no cache was written";
        } catch (IOException | RuntimeException e) {
            return "not trained: " + e;
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        Checkout checkout = Checkout.here();
        SuiteFolder folder = new SuiteFolder(Path.of(arguments[0]));
        for (Part part : untrained(checkout, folder)) {
            System.out.printf("%s %s: training%n", Instant.now(), part.title());
            String outcome = outcome(new Trainee(checkout, folder, part));
            System.out.printf("%s %s: %s%n", Instant.now(), part.title(), outcome);
        }
    }
}
