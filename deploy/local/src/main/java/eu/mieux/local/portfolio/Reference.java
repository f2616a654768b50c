package eu.mieux.local.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column of one file that names rows of another.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are immutable
enum Reference {
    REQUEST_AUTHORITIES(PortfolioFile.REQUESTS, "authorities", PortfolioFile.AUTHORITIES, "authorities"),
    ACTION_REQUEST(PortfolioFile.ACTIONS, "code", PortfolioFile.REQUESTS, "code"),
    ACTIVITY_ACTION(PortfolioFile.ACTIVITIES, "action_code", PortfolioFile.ACTIONS, "action_code"),
    DEPLOYMENT_EXPERT(PortfolioFile.DEPLOYMENTS, "expert_key", PortfolioFile.EXPERTS, "expert_key"),
    DEPLOYMENT_ACTION(PortfolioFile.DEPLOYMENTS, "action_code", PortfolioFile.ACTIONS, "action_code"),
    DEPLOYMENT_ACTIVITY(
            PortfolioFile.DEPLOYMENTS, "activity_number", PortfolioFile.ACTIVITIES, "action_code", "activity_number"),
    EVALUATION_ACTION(PortfolioFile.EVALUATIONS, "action_code", PortfolioFile.ACTIONS, "action_code"),
    EVALUATION_ACTIVITY(
            PortfolioFile.EVALUATIONS, "activity_number", PortfolioFile.ACTIVITIES, "action_code", "activity_number"),
    DELIVERABLE_ACTION(PortfolioFile.DELIVERABLES, "action_code", PortfolioFile.ACTIONS, "action_code"),
    LEG_TRAVELLER(PortfolioFile.TRAVEL_LEGS, "traveller_key", PortfolioFile.EXPERTS, "traveller_key"),
    LEG_ACTION(PortfolioFile.TRAVEL_LEGS, "action_code", PortfolioFile.ACTIONS, "action_code"),
    LEG_ACTIVITY(
            PortfolioFile.TRAVEL_LEGS, "activity_number", PortfolioFile.ACTIVITIES, "action_code", "activity_number");

    private final PortfolioFile file;
    private final String column;
    private final PortfolioFile target;
    private final List<String> columns;

    Reference(PortfolioFile file, String column, PortfolioFile target, String... columns) {
        this.file = file;
        this.column = column;
        this.target = target;
        this.columns = List.of(columns);
    }

    static Optional<Reference> from(PortfolioFile file, String column) {
        return Arrays.stream(values())
                .filter(reference -> reference.file == file && reference.column.equals(column))
                .findFirst();
    }

    PortfolioFile target() {
        return target;
    }

    List<String> columns() {
        return columns;
    }
}
