package eu.mieux.preimplementation.deadline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands in a calendar. Each kind has its {@link Deadlines}. */
@Schema(
        name = "CalendarKind",
        description =
                "OPINIONS that are still awaited, CONDITIONS of an approval that are not met yet, ENDORSEMENTS of Action Fiches that are awaited, LAUNCHES of Actions by the fast response, planned ACTIVITIES, MEETINGS of the steering group")
public enum DeadlineKind {
    OPINIONS,
    CONDITIONS,
    ENDORSEMENTS,
    LAUNCHES,
    ACTIVITIES,
    MEETINGS
}
