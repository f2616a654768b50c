package eu.mieux.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operator may set; the defaults are in {@code application.properties}. */
@ConfigMapping(prefix = "gateway")
interface Settings {

    /** By name of the service. */
    Map<String, Service> services();

    Limits limits();

    Timeouts timeouts();

    Pool pool();

    CrossOrigins crossOrigin();

    Identity identity();

    Rates rates();

    Connections connections();

    Circuit circuit();

    Shutdown shutdown();

    Management management();

    /** Whose word counts on where a request comes from: addresses and networks of proxies. */
    Optional<List<String>> proxies();

    /** The paths whose answers do not end by themselves: streams of events. */
    Set<String> endless();

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

        /** Of a file that is attached to a request. */
        long attachment();

        @io.smallrye.config.WithName("import")
        long imports();
    }

    interface CrossOrigins {

        /** Whose front ends may use the API from a browser: {@code https://front.example} each, or {@code *} for all. */
        List<String> origins();
    }

    interface Identity {

        /** Who issues tokens (OpenID Connect). */
        URI issuer();

        /** Whom they must be meant for. */
        String audience();
    }

    /** How often each may ask. */
    interface Rates {

        /** Whoever has a good token, by its subject. */
        Rate principal();

        /** Everyone else, by address. */
        Rate address();
    }

    interface Rate {

        /** In the long run. */
        long perSecond();

        /** At once, by whoever has not asked for a while. */
        long burst();
    }

    /** From clients. */
    interface Connections {

        /** Fewer where the process may not have so many descriptors. */
        int total();

        /** From one that is no trusted proxy; of IPv6, a network of 64 bits is one. */
        int perAddress();

        /** From the first byte of a request, or from the connection on, until its head must be complete. */
        Duration head();
    }

    /** When a service is left alone. */
    interface Circuit {

        /** When at least so many requests ... */
        int requests();

        /** ... were made within this time, and half of them failed, it is left alone ... */
        Duration window();

        /** ... for so long. */
        Duration pause();
    }

    /** Where metrics are told. */
    interface Management {

        String host();

        /** 0 for any. */
        int port();
    }

    interface Shutdown {

        /** How long new requests are answered after readiness has turned. */
        Duration delay();

        /** How long those under way are then waited for. */
        Duration patience();
    }

    interface Timeouts {

        /** Until a request has its turn, and until the service then accepts the connection. */
        Duration connect();

        /** Until the body must have arrived, where it is no import. */
        Duration body();

        /** A body that passes as a stream must come on noticeably within each such time, imports too. */
        Duration progress();

        /** From the end of the request until the service begins its answer. */
        Duration response();

        /** Without a byte in either direction. */
        Duration idle();
    }

    /** Of each event loop, to each service. */
    interface Pool {

        /** Requests under way at once whose bodies have arrived. */
        int connections();

        /** Those beside them whose bodies pass as streams. */
        int streams();

        /** Of those, from one address: on all event loops, to all services. */
        int streamsPerAddress();

        /** Those beside them whose answers do not end by themselves. */
        int followers();

        /** Requests that may wait for their turn; those beyond them are refused at once. */
        int waiting();
    }
}
