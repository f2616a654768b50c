package eu.mieux.local;

import eu.mieux.local.build.BuildGivenUp;
import eu.mieux.local.build.Extra;
import eu.mieux.local.build.Maven;
import eu.mieux.local.identity.Provider;
import eu.mieux.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C means while {@code up} is at work: the build or the start is given up, and what runs is stopped, in order.
 * While it builds there is usually nothing that runs; then nothing is said of stopping either.
 * Once closed, Ctrl-C means nothing any more.
 */
final class Foreground implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private enum Stage {
        BUILDING,
        ELSE,
        LEAVING
    }

    private final Suite suite;
    private final Maven maven;
    private final Console console;
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.ELSE);
    private final Thread hook = new Thread(this::breakOff, "break off");

    Foreground(Suite suite, Maven maven, Console console) {
        this.suite = suite;
        this.maven = maven;
        this.console = console;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Builds what is stale; false when that was given up, and then that is said. */
    boolean build(Path log, Provider identity) throws IOException, InterruptedException {
        if (!stage.compareAndSet(Stage.ELSE, Stage.BUILDING)) {
            return false;
        }
        try {
            maven.buildWhatIsStale(log, console, identity == Provider.KEYCLOAK ? Set.of(Extra.KEYCLOAK) : Set.of());
            if (stage.compareAndSet(Stage.BUILDING, Stage.ELSE)) {
                return true;
            }
        } catch (BuildGivenUp _) {
            // The sentence is the same when the build was done just before.
        }
        console.say("Given up while building; ./mieux up goes on where it stopped.");
        if (!suite.stopped()) {
            console.say("Stopping what ran already; the data stay.");
            suite.stop();
            console.say("Stopped.");
        }
        return false;
    }

    /** From here on this thread only waits for others, and may be interrupted while it does; or no longer. */
    void onlyWaiting(boolean yes) {
        waiting.set(yes ? Thread.currentThread() : null);
    }

    /** Returns when the suite was stopped by somebody else, or when this process is told to end. */
    void stay() throws InterruptedException {
        Set<String> mourned = new HashSet<>();
        while (!interrupted.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (suite.stopped()) {
                console.say("The suite was stopped.");
                return;
            }
            for (String part : suite.missing()) {
                if (mourned.add(part)) {
                    console.say(
                            "%s has ended. ./mieux logs %s tells why; ./mieux up --detach in another terminal starts it again."
                                    .formatted(part, part));
                }
            }
            mourned.retainAll(suite.missing());
        }
    }

    @Override
    public void close() {
        left.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The hook is already running: that is what it waited for.
        }
    }

    private void breakOff() {
        boolean building = stage.getAndSet(Stage.LEAVING) == Stage.BUILDING;
        if (!building) {
            console.say("%nStopping the suite; the data stay.".formatted());
        }
        maven.stop();
        suite.abandonStart();
        interrupted.countDown();
        Thread loading = waiting.get();
        if (loading != null) {
            loading.interrupt();
        }
        try {
            if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                console.say("What was under way does not end; stopping all the same.");
            }
            if (!building) {
                suite.stop();
                console.say("Stopped.");
            }
        } catch (IOException | RuntimeException e) {
            console.say(Failures.sentence(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
