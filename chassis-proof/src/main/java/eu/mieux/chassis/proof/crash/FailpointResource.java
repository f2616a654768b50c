package eu.mieux.chassis.proof.crash;

import eu.mieux.chassis.failpoint.Failpoint;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Arms and holds failpoints of the running process, so that a test need not start another for each. */
@Path("/failpoints/{name}")
@PermitAll
public class FailpointResource {

    @POST
    public void arm(@PathParam("name") String name) {
        Failpoint.arm(name);
    }

    @PUT
    public void hold(@PathParam("name") String name) {
        Failpoint.hold(name);
    }

    @GET
    public boolean isHolding(@PathParam("name") String name) {
        return Failpoint.isHolding();
    }

    @DELETE
    public void release(@PathParam("name") String name) {
        Failpoint.release();
    }
}
