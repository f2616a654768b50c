package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who decided on a request, when and why. */
record Decision(String by, LocalDate on, @Nullable String note) {}
