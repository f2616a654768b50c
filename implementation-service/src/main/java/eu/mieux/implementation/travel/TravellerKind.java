package eu.mieux.implementation.travel;

/** Who travelled: a member of the facility's team, or an expert of the roster (portfolio exchange format, codes). */
public enum TravellerKind {
    TEAM,
    EXPERT
}
