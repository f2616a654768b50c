package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.clock.Holds;
import eu.mieux.preimplementation.review.Review;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other services may know of a request ({@code contract/publishes/request.schema.json}).
 *
 * @param awaited who has not spoken yet, and until when; codes of institutions, and nobody while it is not under review
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
        List<Holds.State> holds,
        List<Review.Awaited> awaited) {}
