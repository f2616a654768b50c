package eu.mieux.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an operator may set; the defaults are in {@code application.properties}. */
@ConfigMapping(prefix = "gateway")
interface Settings {

    /** By name of the service. */
    Map<String, Service> services();

    Limits limits();

    Timeouts timeouts();

    Pool pool();

    CrossOrigins crossOrigin();

    interface Service {

        /** The service in the facility's words. */
        String title();

        /** Where it listens: scheme, host and port. */
        URI url();

        /** The paths that it answers, whole segments. */
        List<String> prefixes();
    }

    /** The largest bodies, in bytes. */
    interface Limits {

        long body();

        @io.smallrye.config.WithName("import")
        long imports();
    }

    interface CrossOrigins {

        /** Whose front ends may use the API from a browser: {@code https://front.example} each, or {@code *} for all. */
        List<String> origins();
    }

    interface Timeouts {

        /** Until a request has its turn, and until the service then accepts the connection. */
        Duration connect();

        /** From the end of the request until the service begins its answer. */
        Duration response();

        /** Without a byte in either direction. */
        Duration idle();
    }

    /** Of each event loop, to each service. */
    interface Pool {

        /** Requests under way at once. */
        int connections();

        /** Requests that may wait for their turn; those beyond them are refused at once. */
        int waiting();
    }
}
