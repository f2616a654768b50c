package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who decided on a request, when, why and under which conditions. */
record Decision(String by, LocalDate on, @Nullable String note, List<String> conditions) {}
