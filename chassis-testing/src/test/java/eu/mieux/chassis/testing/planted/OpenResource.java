package eu.mieux.chassis.testing.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Violates: resources say who may. */
@Path("/open")
public class OpenResource {

    @GET
    public String get() {
        return "";
    }
}
