package eu.mieux.implementation.activity;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.calendar.FacilityCalendar;
import eu.mieux.implementation.step.StepCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Taking an Activity from its plan to its delivery, or to its cancellation. */
@ApplicationScoped
class Delivering {

    private final Activities activities;
    private final Actions actions;
    private final KnownDeployments deployments;
    private final EventLog events;
    private final FacilityCalendar calendar;

    Delivering(
            Activities activities,
            Actions actions,
            KnownDeployments deployments,
            EventLog events,
            FacilityCalendar calendar) {
        this.activities = activities;
        this.actions = actions;
        this.deployments = deployments;
        this.events = events;
        this.calendar = calendar;
    }

    @Transactional
    Activity confirm(String action, int number, @Nullable String ifMatch, StepCommands.Take step) {
        Activity activity = forAct(action, number, ifMatch);
        events.append(activity, activity.confirm(StepCommands.day(step.on(), calendar.today()), step.reason()));
        return activity;
    }

    @Transactional
    Activity postpone(String action, int number, @Nullable String ifMatch, ActivityCommands.Postpone command) {
        Activity activity = forAct(action, number, ifMatch);
        new InvalidFields.Check()
                .that(FacilityCalendar.holds(command.startsOn()), "/startsOn", FacilityCalendar.OUT_OF_BOUNDS)
                .that(FacilityCalendar.holds(command.endsOn()), "/endsOn", FacilityCalendar.OUT_OF_BOUNDS)
                .that(!command.endsOn().isBefore(command.startsOn()), "/endsOn", "The last day is before the first.")
                .orRefuse();
        events.append(
                activity, activity.postpone(command.startsOn(), command.endsOn(), calendar.today(), command.reason()));
        return activity;
    }

    @Transactional
    Activity cancel(String action, int number, @Nullable String ifMatch, StepCommands.Explain step) {
        // Also in an Action that is cancelled: its open Activities are cancelled after it.
        Activity activity = activities.getForChange(new ActivityKey(actions.code(action), number));
        ETags.honour(ifMatch, activity);
        events.append(activity, activity.cancel(StepCommands.day(step.on(), calendar.today()), step.reason()));
        return activity;
    }

    @Transactional
    Activity attend(String action, int number, @Nullable String ifMatch, ActivityCommands.Attendance heads) {
        Activity activity = forChange(action, number);
        ETags.require(ifMatch, activity);
        events.append(activity, activity.attend(heads, calendar.today()));
        return activity;
    }

    @Transactional
    Activity deliver(String action, int number, @Nullable String ifMatch, @Nullable String explanation) {
        Activity activity = forAct(action, number, ifMatch);
        boolean hasExpert = deployments.hasExpert(activity.key());
        events.append(activity, activity.deliver(hasExpert, explanation, calendar.today()));
        return activity;
    }

    private Activity forAct(String action, int number, @Nullable String ifMatch) {
        Activity activity = forChange(action, number);
        ETags.honour(ifMatch, activity);
        return activity;
    }

    private Activity forChange(String action, int number) {
        return activities.getForChange(new ActivityKey(actions.codeToWorkIn(action), number));
    }
}
