package eu.mieux.monitoring.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record behind a figure: what it is, by the fields that records of its kind have, and what it adds. What it does not have is
 * absent.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "Which fields it has depends on the figure: an Activity's have a `number`, a travel leg's have `kilometres`. What is not known of it is absent.")
record FigureRecordView(
        @Schema(description = "What it adds to the figure's numerator", required = true)
        BigDecimal quantity,

        @Schema(description = "What it adds to the figure's denominator, where the figure has one") @Nullable
        BigDecimal base,

        @Schema(description = "Whether it is in the numerator", required = true)
        boolean counted,

        @Schema(description = "Whether it was made up to complete a published total", required = true)
        boolean illustrative,

        @Nullable String provenance,
        @Nullable String key,
        @Nullable String reference,
        @Nullable String actionCode,
        @Nullable Integer activityNumber,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable String title,
        @Nullable String type,
        @Nullable String kind,
        @Nullable String status,
        @Nullable String modality,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String region,
        @Nullable String pillar,
        @Nullable List<String> themes,
        @Nullable String country,
        @Nullable String city,
        @Nullable List<String> countries,

        @Schema(description = "Of an Activity that names none, its Action's") @Nullable
        List<String> beneficiaryCountries,

        @Nullable String regionalOrganisation,

        @Schema(description = "A regional organisation that benefits") @Nullable
        String organisation,

        @Schema(description = "How many Activities it benefits from") @Nullable
        Integer activities,

        @Nullable List<String> actionCodes,
        @Nullable Integer participantsFemale,
        @Nullable Integer participantsMale,
        @Nullable Integer participantsOther,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate completedOn,

        @Schema(description = "From submission to launch") @Nullable
        Integer days,

        @Schema(description = "Of these, the days on hold") @Nullable
        Integer pausedDays,

        @Nullable Boolean withinThreeMonths,
        @Nullable String expertKey,
        @Nullable String gender,
        @Nullable String nationality,
        @Nullable String category,
        @Nullable String background,
        @Nullable LocalDate registeredOn,
        @Nullable String role,

        @Schema(description = "Whether the expert was deployed for the first time") @Nullable
        Boolean newcomer,

        @Schema(description = "How often the expert has been deployed") @Nullable
        Integer engagements,

        @Nullable LocalDate activityStartsOn,
        @Nullable String travellerKind,
        @Nullable String travellerKey,
        @Nullable LocalDate departedOn,
        @Nullable String fromIata,
        @Nullable String toIata,
        @Nullable String cabin,

        @Schema(description = "Along the great circle") @Nullable
        BigDecimal kilometres,

        @Schema(description = "Along the great circle") @Nullable
        BigDecimal miles,

        @Nullable String audience,
        @Nullable String question,
        @Nullable BigDecimal score,
        @Nullable Integer responses,
        @Nullable LocalDate collectedOn,
        @Nullable List<String> languages,
        @Nullable LocalDate handedOverOn,
        @Nullable LocalDate publishedOn,
        @Nullable Integer year,
        @Nullable String channel,
        @Nullable String metric,
        @Nullable BigDecimal value,
        @Nullable String standard,
        @Nullable String project,
        @Nullable BigDecimal tonnesCo2e) {

    /** Strict: what is not described here is not shown. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static FigureRecordView of(ObjectNode fields) {
        try {
            return JSON.treeToValue(fields, FigureRecordView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record behind a figure has a field that is not described", e);
        }
    }
}
