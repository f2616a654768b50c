package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.clock.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other services may know of a request ({@code contract/publishes/request.schema.json}). Who has given an opinion is not in it:
 * partners hear of it too.
 */
record RequestState(
        UUID id,
        @Nullable String reference,
        String title,
        List<String> authorityKeys,
        List<String> countries,
        List<String> themes,
        RequestStatus status,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String actionName,
        @Nullable String provenance,
        @Nullable LocalDate dueOn,
        List<Holds.State> holds) {}
