package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who decided on a request, when and why.
 *
 * @param by null where nobody knows: of what a portfolio brought in, and of what its authority took back
 */
record Decision(@Nullable String by, LocalDate on, @Nullable String note) {}
