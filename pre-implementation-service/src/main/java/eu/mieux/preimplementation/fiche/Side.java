package eu.mieux.preimplementation.fiche;

/** The three sides that draft an Action Fiche jointly and endorse it (design, The domain, Pre-implementation). */
public enum Side {
    OFFICER("officer"),
    STEERING_GROUP("steering-member"),
    PARTNER("partner");

    private final String role;

    Side(String role) {
        this.role = role;
    }

    /** The role that speaks for it. */
    String role() {
        return role;
    }
}
