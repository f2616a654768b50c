package eu.mieux.chassis.testing.planted;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Violates: resource methods are public. */
@Path("/hidden")
@PermitAll
public class HiddenResource {

    @GET
    String get() {
        return "";
    }
}
