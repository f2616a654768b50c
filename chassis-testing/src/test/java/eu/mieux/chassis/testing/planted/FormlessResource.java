package eu.mieux.chassis.testing.planted;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Violates: bodies have a form. */
@Path("/formless")
@PermitAll
public class FormlessResource {

    @POST
    @Path("/{id}")
    public String post(@PathParam("id") String id, String body) {
        return id + body;
    }
}
