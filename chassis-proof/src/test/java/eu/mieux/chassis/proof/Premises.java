package eu.mieux.chassis.proof;

import eu.mieux.chassis.testing.RealSuite;
import java.util.Map;

/** One PostgreSQL and one Kafka for all tests that start the shop as a process; gone when this JVM ends. */
final class Premises {

    private static final Map<String, String> ENVIRONMENT = new RealSuite().start();

    private Premises() {}

    static Map<String, String> environment() {
        return ENVIRONMENT;
    }

    static Books books() {
        return Books.of(ENVIRONMENT);
    }
}
