package eu.mieux.chassis.testing.planted;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Violates nothing. */
@Path("/good")
@RolesAllowed("manager")
public class GoodResource {

    @GET
    public String get() {
        return "";
    }
}
