package eu.mieux.local.suite;

import eu.mieux.local.Checkout;
import eu.mieux.local.Console;
import eu.mieux.local.Refusal;
import eu.mieux.local.identity.Issuer;
import eu.mieux.local.identity.Provider;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One suite on this machine: a folder with its data, and a block of ten ports. */
public final class Suite {

    public static final int USUAL_PORT = 8080;

    private final Checkout checkout;
    private final SuiteFolder folder;
    private final AtomicBoolean abandoned = new AtomicBoolean();

    public Suite(Checkout checkout, Path data) {
        this.checkout = checkout;
        this.folder = new SuiteFolder(data);
    }

    public Path data() {
        return folder.path();
    }

    /** The port of the gateway; refuses when the folder holds no suite. */
    public int port() {
        return folder.known().port();
    }

    /** Who signs its tokens. */
    public Issuer issuer() {
        return folder.known().issuer();
    }

    /**
     * Chooses the identity provider for the next start.
     *
     * @param wanted null for the one of last time, at first the local one
     * @throws Refusal when the suite runs with another
     */
    public Provider identifyBy(@Nullable Provider wanted) {
        Provider known = folder.known().provider();
        if (wanted == null || wanted == known) {
            return known;
        }
        if (!stopped()) {
            throw new Refusal(
                    "The suite in %s runs with the identity provider \"%s\". Stop it by ./mieux down, then start it with \"%s\"."
                            .formatted(folder.path(), known, wanted));
        }
        folder.change(state -> state.withIdentity(wanted));
        return wanted;
    }

    public Path log(Part part) {
        folder.known();
        return folder.log(part);
    }

    public Path log(String name) {
        folder.known();
        return folder.log(name);
    }

    /** What was loaded on the first start: a folder's name, or "none"; empty until that is complete. */
    public Optional<String> portfolio() {
        return Optional.ofNullable(folder.known().portfolio());
    }

    public void portfolioIs(String name) {
        folder.change(state -> state.withPortfolio(name));
    }

    /** Whether everything runs. */
    public boolean complete() {
        return RunningParts.of(folder).all();
    }

    public boolean stopped() {
        return RunningParts.of(folder).none();
    }

    /** The parts that do not run. */
    public List<String> missing() {
        RunningParts running = RunningParts.of(folder);
        List<String> missing = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!running.has(part)) {
                missing.add(part.title());
            }
        }
        return missing;
    }

    /** Refuses what cannot work, before anything is built, started or written; then makes the folder if need be. */
    public void checkGround(@Nullable Integer wantedPort) {
        folder.requireOurs();
        Ground.requireRoom(folder);
        RunningParts running = RunningParts.of(folder);
        int port = choosePort(wantedPort, running);
        Ground.requirePorts(port, running);
        folder.create(port);
    }

    /**
     * Starts what does not run yet; returns when every part can serve. When that fails, what runs is stopped again.
     *
     * @throws Refusal when a part does not start
     */
    public void start(@Nullable Integer wantedPort, Console console) throws IOException, InterruptedException {
        folder.create(choosePort(wantedPort, RunningParts.of(folder)));
        try (FileLock lock = folder.lock();
                Console.Progress progress = console.progress("Starting", Part.values().length)) {
            RunningParts running = RunningParts.of(folder);
            int port = choosePort(wantedPort, running);
            SuiteState state = folder.change(known -> known.withPort(port));
            try {
                new Starting(checkout, folder, state, running, abandoned::get).run(progress);
                new Awaiting(folder, abandoned::get).run(progress);
            } catch (IOException | InterruptedException | RuntimeException e) {
                stopAfter(e);
                throw e;
            } finally {
                lock.release();
            }
        }
    }

    private void stopAfter(Exception failure) {
        try {
            new Stopping(folder).run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Waits until every part of a suite that runs can serve.
     *
     * @throws Refusal when a part does not become ready; it runs on
     */
    public void awaitReady(Console console) throws IOException, InterruptedException {
        try (Console.Progress progress = console.progress("Waiting", Part.values().length)) {
            new Awaiting(folder, abandoned::get).run(progress);
        }
    }

    /** Whether the gateway answers a path with 200 to somebody without a token. */
    public boolean showsEverybody(String path) throws InterruptedException {
        return new Readiness().ready(port(), path);
    }

    /** Makes the next starts faster, in the background. */
    public void train() throws IOException {
        Training.begin(checkout, folder);
    }

    /** The programs whose next start will not be a fast one yet. */
    public List<String> untrained() {
        return Training.untrained(checkout, folder).stream().map(Part::title).toList();
    }

    /** Makes a start that is under way in another thread give up. */
    public void abandonStart() {
        abandoned.set(true);
    }

    /** Stops what runs; does nothing where there is no suite. */
    public void stop() throws IOException {
        if (folder.state().isEmpty()) {
            return;
        }
        try (FileLock _ = folder.lock()) {
            new Stopping(folder).run();
        }
    }

    public List<PartStatus> status() throws InterruptedException {
        SuiteState known = folder.known();
        RunningParts running = RunningParts.of(folder);
        Readiness readiness = new Readiness();
        List<PartStatus> status = new ArrayList<>();
        for (Part part : Part.values()) {
            status.add(PartStatus.of(part, known, running, readiness));
        }
        return status;
    }

    private int choosePort(@Nullable Integer wanted, RunningParts running) {
        Optional<Integer> known = folder.state().map(SuiteState::port);
        if (wanted == null) {
            return known.orElse(USUAL_PORT);
        }
        if (!running.none() && known.isPresent() && !known.get().equals(wanted)) {
            throw new Refusal(
                    "The suite in %s already runs on port %d. Stop it by ./mieux down, or name another folder with --data."
                            .formatted(folder.path(), known.get()));
        }
        return wanted;
    }
}
