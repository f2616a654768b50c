package eu.mieux.chassis.testing.planted;

import jakarta.ws.rs.NotFoundException;

/** Violates: the domain never sees HTTP. */
class HttpInTheDomain {

    void refuse() {
        throw new NotFoundException();
    }
}
