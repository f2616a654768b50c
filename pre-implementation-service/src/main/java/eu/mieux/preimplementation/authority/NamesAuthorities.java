package eu.mieux.preimplementation.authority;

/**
 * Records that name authorities by their keys (requests, fiches). When an authority is merged into another, they name that one from
 * then on.
 */
public interface NamesAuthorities {

    /** How many of its records name this authority. */
    long naming(String key);

    /** Those that name the one name the other, each by an event of its own. */
    void rename(String merged, String survivor);
}
