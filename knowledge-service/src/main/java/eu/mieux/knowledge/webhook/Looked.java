package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Where the webhook of this call leads: found out before the call has to do with the database, told when it has come so far. */
@RequestScoped
class Looked {

    private final Destinations destinations;
    private @Nullable String url;
    private @Nullable String objection;

    Looked(Destinations destinations) {
        this.destinations = destinations;
    }

    void look(String at) {
        url = at;
        try {
            destinations.of(at);
        } catch (Destinations.NotCalled e) {
            objection = String.valueOf(e.getMessage());
        }
    }

    /** @throws InvalidFields when this URL is not called */
    void require(String asked) {
        if (!asked.equals(url)) {
            throw new IllegalStateException(
                    "Where a webhook leads is looked at first: annotate the operation with it.");
        }
        if (objection != null) {
            throw new InvalidFields("/url", objection);
        }
    }
}
