package eu.mieux.expert.deployment;

/**
 * Who goes where: the natural key of a deployment.
 *
 * @param expertKey the expert
 * @param actionCode the Action
 * @param activityNumber the Activity within the Action
 */
record Engagement(String expertKey, String actionCode, int activityNumber) {

    /** {@code Activity 2 of Action 2017-03}. */
    String activity() {
        return "Activity %d of Action %s".formatted(activityNumber, actionCode);
    }

    @Override
    public String toString() {
        return "%s, %s, %d".formatted(expertKey, actionCode, activityNumber);
    }
}
