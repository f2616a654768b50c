package eu.mieux.embedded;

import org.jspecify.annotations.Nullable;

/** A server could not be started or stopped. The message is a sentence that a person can act on. */
public class StartFailed extends RuntimeException {

    public StartFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public StartFailed(String sentence) {
        this(sentence, null);
    }
}
