package eu.mieux.chassis.testing.planted;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Violates: changes can be repeated. */
@Path("/planted")
@PermitAll
public class UnrepeatableResource {

    @POST
    @Transactional
    public Response post() {
        return Response.ok().build();
    }
}
