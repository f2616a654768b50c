package eu.mieux.chassis.eventlog;

import java.util.UUID;

/**
 * A record whose every change is an event. Each transition raises {@link #version()} by one before its event is appended;
 * the event log refuses the same version twice.
 */
public interface Aggregate extends Versioned {

    /** The noun of the topic: {@code request} is published on {@code mieux.request}. */
    @Override
    String aggregateType();

    UUID id();

    /** From 1, one more with every event. */
    @Override
    long version();

    /** All that other services may know of it, as it is now; no names of people, no contacts. */
    Object publicState();
}
