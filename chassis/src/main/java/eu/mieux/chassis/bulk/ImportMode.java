package eu.mieux.chassis.bulk;

import eu.mieux.chassis.problem.InvalidFields;

/** What happens to a file with faults. */
enum ImportMode {
    /** Nothing is kept unless every row is right. */
    ALL_OR_NOTHING("all-or-nothing"),
    /** Right rows are kept, wrong ones reported. */
    KEEP_GOOD("keep-good");

    private final String text;

    ImportMode(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static ImportMode of(String text) {
        for (ImportMode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        throw new InvalidFields("/mode", "Use all-or-nothing or keep-good.");
    }
}
