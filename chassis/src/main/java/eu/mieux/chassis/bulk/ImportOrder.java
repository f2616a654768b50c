package eu.mieux.chassis.bulk;

import eu.mieux.chassis.identity.Author;
import java.nio.file.Path;
import java.util.UUID;

/**
 * An import that was accepted.
 *
 * @param path where the file was put; whoever carries the order out deletes it
 * @param by who asked for it, and is named as the author of its events
 */
record ImportOrder<R>(PortfolioFile<R> file, Path path, UUID operation, ImportMode mode, boolean dryRun, Author by) {

    boolean allOrNothing() {
        return mode == ImportMode.ALL_OR_NOTHING;
    }
}
