package eu.mieux.preimplementation.mailing;

import java.util.Optional;
import java.util.UUID;

/** Writes a mail at the moment when it is sent, so that it says what is true then. */
public interface Writing {

    /** What is to be written, and for whom. */
    record Ordered(UUID mail, UUID recipient, MailOccasion occasion) {}

    /** Empty when there is nothing to say any more. May be asked again for the same mail. */
    Optional<Letter> write(Ordered mail);
}
