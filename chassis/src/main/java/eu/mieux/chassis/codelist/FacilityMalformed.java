package eu.mieux.chassis.codelist;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The facility profile cannot be used; the message names file, line and column, and says what would be right. */
public final class FacilityMalformed extends ConfigurationException {

    FacilityMalformed(String where, String what) {
        // A ConfigurationException, because Quarkus prints those as a sentence and not as a stack trace.
        super("The facility profile is malformed: %s: %s".formatted(where, what));
    }

    static FacilityMalformed at(String file, long line, String column, String what) {
        return new FacilityMalformed("%s, line %d, column %s".formatted(file, line, column), what);
    }

    static FacilityMalformed at(String file, long line, String what) {
        return new FacilityMalformed("%s, line %d".formatted(file, line), what);
    }
}
