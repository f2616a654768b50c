package eu.mieux.local.build;

/** A build was ended from outside before it was done, by Ctrl-C for instance; nothing is wrong with the sources. */
public final class BuildGivenUp extends RuntimeException {

    BuildGivenUp() {
        super("The build was given up.");
    }
}
