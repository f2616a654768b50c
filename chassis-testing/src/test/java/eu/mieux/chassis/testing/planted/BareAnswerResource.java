package eu.mieux.chassis.testing.planted;

import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Violates: repeated calls are answered with a response. */
@Path("/planted")
@PermitAll
public class BareAnswerResource {

    @POST
    @Idempotent
    @Transactional
    public String post() {
        return "done";
    }
}
