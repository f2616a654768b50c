package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is said no to about attachments. */
final class AttachmentRefusals {

    private AttachmentRefusals() {}

    static final class NotTaken extends Refusal {
        NotTaken(String why) {
            super(Kind.UNSUPPORTED, why);
        }

        static NotTaken of(String described) {
            return new NotTaken("The file is %s. Taken are %s, each under its own ending."
                    .formatted(
                            described,
                            Arrays.stream(FileType.values())
                                    .map(FileType::extension)
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** Nothing else needs the place where they are kept, so all else goes on. */
    static final class AttachmentsAway extends Refusal {
        AttachmentsAway() {
            super(
                    Kind.UNAVAILABLE,
                    "The place where attachments are kept is away or busy; all else goes on. Try this again soon.");
        }
    }

    static final class EnoughAttached extends Refusal {
        EnoughAttached(String request, int most) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Request %s has %d attachments; more are not kept. Remove one first.".formatted(request, most));
        }
    }
}
