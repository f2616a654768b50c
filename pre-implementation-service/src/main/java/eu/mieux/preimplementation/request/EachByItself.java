package eu.mieux.preimplementation.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What is done for many requests by the clock: with one that fails the others do not wait. It is tried again with the next look. */
final class EachByItself {

    private static final Logger LOG = Logger.getLogger(EachByItself.class);

    private EachByItself() {}

    static void run(String what, UUID request, Runnable act) {
        try {
            QuarkusTransaction.requiringNew().run(act);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Cannot %s request %s", what, request);
        }
    }
}
