package eu.mieux.local.portfolio;

import java.util.List;

/** The files of a portfolio, in the order in which they refer to each other, with the columns of their natural keys. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are immutable
enum PortfolioFile {
    AUTHORITIES("authorities", "key"),
    REQUESTS("requests", "reference"),
    ACTIONS("actions", "code"),
    ACTIVITIES("activities", "action_code", "number"),
    EXPERTS("experts", "key"),
    DEPLOYMENTS("deployments", "expert_key", "action_code", "activity_number"),
    EVALUATIONS("evaluations"),
    DELIVERABLES("deliverables", "action_code", "title"),
    PUBLICATIONS("publications", "key"),
    MEDIA_MENTIONS("media_mentions", "key"),
    CHANNEL_STATISTICS("channel_statistics", "year", "channel", "metric"),
    TRAVEL_LEGS("travel_legs", "key"),
    CARBON_OFFSETS("carbon_offsets", "key"),
    EXPECTED_FIGURES("expected-figures");

    private final String stem;
    private final List<String> keyColumns;

    PortfolioFile(String stem, String... keyColumns) {
        this.stem = stem;
        this.keyColumns = List.of(keyColumns);
    }

    /** Its name in the API. */
    String stem() {
        return stem;
    }

    String fileName() {
        return stem + ".csv";
    }

    List<String> keyColumns() {
        return keyColumns;
    }
}
