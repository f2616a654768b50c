package eu.mieux.local.identity;

import java.util.Locale;

/** The identity providers that a suite on this machine can have; both answer the same addresses in their own places. */
public enum Provider {
    /** Ours: there in a second, and nobody is asked for a password. */
    LOCAL("/mieux", ""),
    /** The real one, as it runs in production. */
    KEYCLOAK("/realms/mieux", "/protocol/openid-connect");

    private final String issuer;
    private final String endpoints;

    Provider(String issuer, String endpoints) {
        this.issuer = issuer;
        this.endpoints = endpoints;
    }

    /** What answers 200 when tokens can be had. */
    public String readyPath() {
        return issuer + "/.well-known/openid-configuration";
    }

    String issuerPath() {
        return issuer;
    }

    String tokenPath() {
        return issuer + endpoints + "/token";
    }

    /** As one writes it behind {@code --identity}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
