package eu.mieux.preimplementation.deadline;

import java.util.List;

/**
 * The one place where what stands in a calendar comes from: every bean of this type is asked. What another part of the service
 * waits for is added by another bean, a constant of {@link DeadlineKind} where it is of a new kind, and its words
 * ({@code deadline/words*.properties}).
 */
public interface Deadlines {

    DeadlineKind kind();

    /** What of it lies in this window and in the reader's sight; at most {@link Window#MOST}, those nearest to today. */
    List<Entry> of(Reader reader, Window window);
}
