package eu.mieux.gateway;

/** A request goes no further, and its problem says why. */
final class Refused extends Exception {

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
