package eu.mieux.local.identity;

import java.net.URI;

/**
 * Who signs the tokens of a suite.
 *
 * @param port where it listens, on 127.0.0.1
 */
public record Issuer(Provider provider, int port) {

    /** Its address without a path; tokens name it so, whatever name of this machine a client uses. */
    static String base(int port) {
        return "http://localhost:" + port;
    }

    /** The issuer that all its tokens name. */
    public String url() {
        return base(port) + provider.issuerPath();
    }

    URI tokenEndpoint() {
        return URI.create("http://127.0.0.1:" + port + provider.tokenPath());
    }
}
