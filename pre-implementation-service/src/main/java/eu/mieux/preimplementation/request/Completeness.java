package eu.mieux.preimplementation.request;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;

/** What a draft must say before it can be handed in. */
final class Completeness {

    private Completeness() {}

    /** Everything that is missing, at once. */
    static InvalidFields.Check of(Draft draft) {
        return new InvalidFields.Check()
                .that(!draft.authorities().isEmpty(), "/authorities", "Name the asking authority.")
                .that(!draft.countries().isEmpty(), "/countries", "Name the countries that the request is for.")
                .that(!draft.themes().isEmpty(), "/themes", "Name at least one theme.")
                .that(Visible.in(draft.problem()), "/problem", "Describe the problem that the authority faces.")
                .that(Visible.in(draft.support()), "/support", "Describe the support that is asked for.");
    }
}
