package eu.mieux.chassis.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became different in a record, or in something that belongs to it.
 *
 * @param of the record's noun, or that of its part: {@code authority-alias}
 * @param before by field; null for what is new, and where data of a person were erased
 * @param after by field; null for what was removed, and where data of a person were erased
 */
public record HistoryChange(
        String of,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after) {}
