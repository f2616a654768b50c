package eu.mieux.chassis.proof.crash;

import eu.mieux.chassis.failpoint.Failpoint;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Arms a failpoint of the running process, so that a test need not start another for each. */
@Path("/failpoints/{name}")
@PermitAll
public class FailpointResource {

    @POST
    public void arm(@PathParam("name") String name) {
        Failpoint.arm(name);
    }
}
