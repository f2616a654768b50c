package eu.mieux.chassis.eventlog;

/** A record of which callers hold versions: they say which one they change ({@code If-Match}). */
public interface Versioned {

    /** The record's noun: {@code request}. */
    String aggregateType();

    /** From 1, one more with every change. */
    long version();
}
