package eu.mieux.chassis.testing.planted;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;

/** Violates nothing. */
@Path("/good")
@RolesAllowed("manager")
public class GoodResource {

    private final Clock clock;

    GoodResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    public String get() {
        return LocalDate.now(clock).toString();
    }
}
