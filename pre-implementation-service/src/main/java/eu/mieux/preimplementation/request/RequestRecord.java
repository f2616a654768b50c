package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        @Nullable String provenance) {

    /** The same of the authorities that go on for those that it names. */
    RequestRecord by(Map<String, String> successors) {
        return new RequestRecord(
                reference,
                submittedOn,
                title,
                authorityKeys.stream()
                        .map(key -> successors.getOrDefault(key, key))
                        .distinct()
                        .toList(),
                countries,
                regions,
                themes,
                status,
                decidedOn,
                decisionNote,
                provenance);
    }
}
