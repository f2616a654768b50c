package eu.mieux.chassis.testing.planted;

import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Violates: repeated calls are answered within a transaction. */
@Path("/planted")
@PermitAll
public class ForgetfulResource {

    @POST
    @Idempotent
    public Response post() {
        return Response.ok().build();
    }
}
