package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as a portfolio's row states it, with the regions that its countries belong to. */
record RequestRecord(
        String reference,
        @Nullable LocalDate submittedOn,
        String title,
        List<String> authorityKeys,
        List<String> countries,
        List<String> regions,
        List<String> themes,
        RequestStatus status,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionNote,
        @Nullable String provenance) {}
