package eu.mieux.preimplementation.mailing;

/** What an address must look like, besides what Jakarta Validation asks of one. */
public final class Address {

    /** A domain of the public internet: names with a dot between them, the last one no number. */
    public static final String IN_A_DOMAIN = ".+@(?:[^@.\\[\\]]+\\.)+[^@.\\[\\]\\d][^@.\\[\\]]+";

    /** Said of any other. */
    public static final String NONE = "This is no address that mail can be sent to.";

    private Address() {}
}
