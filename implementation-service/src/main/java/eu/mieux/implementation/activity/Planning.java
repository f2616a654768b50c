package eu.mieux.implementation.activity;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.calendar.FacilityCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Planning the Activities of an Action. */
@ApplicationScoped
public class Planning {

    private final Activities activities;
    private final Actions actions;
    private final EventLog events;
    private final CodeLists codes;

    Planning(Activities activities, Actions actions, EventLog events, CodeLists codes) {
        this.activities = activities;
        this.actions = actions;
        this.events = events;
        this.codes = codes;
    }

    /** Plans what an Action Fiche foresees for an Action that has no Activities yet. */
    @Transactional
    public void foresee(String actionCode, List<ForeseenActivity> foreseen) {
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (ForeseenActivity one : foreseen) {
            Activity activity = Activity.foreseen(actionCode, one);
            activities.persist(activity);
            happenings.add(new EventLog.Happening(activity, new ActivityEvent.ActivityPlanned()));
        }
        events.appendAll(happenings);
    }

    @Transactional
    Activity plan(String action, ActivityPlan plan) {
        String code = actions.codeToExtend(action);
        check(plan);
        Activity activity = Activity.planned(new ActivityKey(code, activities.nextNumber(code)), plan);
        activities.persist(activity);
        events.append(activity, new ActivityEvent.ActivityPlanned());
        return activity;
    }

    @Transactional
    Activity revise(String action, int number, @Nullable String ifMatch, ActivityPlan plan) {
        Activity activity = activities.getForChange(new ActivityKey(actions.codeToWorkIn(action), number));
        ETags.require(ifMatch, activity);
        check(plan);
        events.append(activity, activity.revise(plan));
        return activity;
    }

    private void check(ActivityPlan plan) {
        LocalDate start = plan.startsOn();
        LocalDate end = plan.endsOn();
        String country = plan.country();
        List<String> beneficiaries = plan.beneficiaries();
        InvalidFields.Check check = new InvalidFields.Check()
                .that(codes.list("activity-types").contains(plan.type()), "/type", "A code of the list activity-types.")
                .that(codes.list("modalities").contains(plan.modality()), "/modality", "A code of the list modalities.")
                .that(FacilityCalendar.holds(start), "/startsOn", FacilityCalendar.OUT_OF_BOUNDS)
                .that(FacilityCalendar.holds(end), "/endsOn", FacilityCalendar.OUT_OF_BOUNDS)
                .that(
                        start == null || end == null || !end.isBefore(start),
                        "/endsOn",
                        "The last day is before the first.")
                .that(
                        country == null || codes.list("countries").contains(country),
                        "/country",
                        "An ISO 3166-1 alpha-2 country code.")
                .that(
                        new HashSet<>(beneficiaries).size() == beneficiaries.size(),
                        "/beneficiaryCountries",
                        "Each country once.");
        for (int i = 0; i < beneficiaries.size(); i++) {
            check.that(
                    codes.list("countries").contains(beneficiaries.get(i)),
                    "/beneficiaryCountries/" + i,
                    "An ISO 3166-1 alpha-2 country code.");
        }
        check.orRefuse();
    }
}
