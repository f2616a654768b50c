package eu.mieux.local;

import org.jspecify.annotations.Nullable;

/** Something that cannot be done, told to the person at the keyboard: what is wrong, and a way out. */
public final class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        this(sentence, null);
    }

    public Refusal(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
