package eu.mieux.local.build;

/** What a suite on this machine does without, unless it is asked for. */
public enum Extra {
    /** The real identity provider, of which nothing is downloaded otherwise. */
    KEYCLOAK("deploy/keycloak"),
    /** What writes the OCI images. */
    IMAGES("deploy/images");

    private final String module;

    Extra(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }
}
