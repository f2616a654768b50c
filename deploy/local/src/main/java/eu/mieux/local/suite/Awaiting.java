package eu.mieux.local.suite;

import eu.mieux.local.Console.Progress;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits until every part of a suite can serve: long, as long as its processes live, since a busy machine is slow. */
final class Awaiting {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final SuiteFolder folder;
    private final BooleanSupplier abandoned;
    private final Duration patience;
    private final Readiness readiness = new Readiness();

    /** @param abandoned becomes true when nobody waits any more */
    Awaiting(SuiteFolder folder, BooleanSupplier abandoned) {
        this(folder, abandoned, PATIENCE);
    }

    Awaiting(SuiteFolder folder, BooleanSupplier abandoned, Duration patience) {
        this.folder = folder;
        this.abandoned = abandoned;
        this.patience = patience;
    }

    /** @throws Refusal when a part has ended, or when time is over */
    void run(Progress progress) throws IOException, InterruptedException {
        List<Part> awaited = new ArrayList<>(List.of(Part.values()));
        SuiteState state = folder.known();
        Instant end = Instant.now().plus(patience);
        while (true) {
            for (Part part : List.copyOf(awaited)) {
                if (PartStatus.serving(part, state, readiness) == PartStatus.State.READY) {
                    awaited.remove(part);
                }
            }
            if (awaited.isEmpty()) {
                return;
            }
            progress.to(
                    Part.values().length - awaited.size(),
                    Part.values().length,
                    "waiting for " + awaited.getFirst().title());
            requireHope(awaited, end);
            Thread.sleep(POLL);
        }
    }

    private void requireHope(List<Part> awaited, Instant end) throws IOException {
        if (abandoned.getAsBoolean()) {
            throw new Refusal("The start was broken off.");
        }
        RunningParts alive = RunningParts.of(folder);
        for (Part part : awaited) {
            Path log = folder.log(part);
            if (!alive.has(part)) {
                throw new Refusal("%s ended while it started. Its log says: %s%nThe whole log: %s"
                        .formatted(part.title(), LogEnd.complaint(log), log));
            }
            if (Instant.now().isAfter(end)) {
                throw new Refusal(
                        "%s was still starting after %d seconds. The machine may be busy: give the same command again.%nIts log: %s"
                                .formatted(part.title(), patience.toSeconds(), log));
            }
        }
    }
}
