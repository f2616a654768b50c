package eu.mieux.implementation.action;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.implementation.action.ActionEvent.ActionPartnersChanged;
import eu.mieux.implementation.calendar.FacilityCalendar;
import eu.mieux.implementation.step.StepCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Taking an Action from the hand-over of its fiche to its end. */
@ApplicationScoped
public class Conducting {

    private final Actions actions;
    private final KnownRequests requests;
    private final EventLog events;
    private final FacilityCalendar calendar;

    Conducting(Actions actions, KnownRequests requests, EventLog events, FacilityCalendar calendar) {
        this.actions = actions;
        this.requests = requests;
        this.events = events;
        this.calendar = calendar;
    }

    /** A step on an Action: the transition that it makes. */
    private interface Transition {
        ActionEvent of(Action action, LocalDate on);
    }

    /**
     * Prepares the Action of an endorsed fiche. An Action that is already there stays as it is, since the first hand-over it
     * is the officer's; but whose it is, is said by the fiche, also when one of its authorities was merged into another since.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean prepare(EndorsedFiche fiche) {
        if (actions.has(fiche.requestReference())) {
            follow(fiche);
            return false;
        }
        Action action = Action.prepared(fiche);
        actions.persistAndFlush(action);
        events.append(action, action.birth());
        return true;
    }

    private void follow(EndorsedFiche fiche) {
        change(fiche.requestReference(), action -> action.follow(fiche.authorityKeys()));
    }

    /** An authority that asked for it was merged into another. */
    @Transactional
    void partnersOfRequestChanged(String reference) {
        change(reference, Action::followRequest);
    }

    private void change(String code, Function<Action, Optional<ActionPartnersChanged>> change) {
        Action action = actions.lockByCode(List.of(code)).get(code);
        if (action != null) {
            change.apply(action).ifPresent(event -> events.append(action, event));
        }
    }

    @Transactional
    Action launch(String id, @Nullable String ifMatch, StepCommands.Take step) {
        return take(id, ifMatch, step, (action, on) -> {
            refuseBeforeItsRequest(action, on, "launched");
            refuseBeforeItsApproval(action, on);
            return action.launch(on, step.reason());
        });
    }

    /** The response to a request is counted from the one to the other. */
    private void refuseBeforeItsRequest(Action action, LocalDate on, String done) {
        requests.submissionOf(action.code()).filter(on::isBefore).ifPresent(submitted -> {
            throw new InvalidFields(
                    "/on",
                    "Its request was submitted on %s; an Action is not %s before that day.".formatted(submitted, done));
        });
    }

    private void refuseBeforeItsApproval(Action action, LocalDate on) {
        requests.decisionOn(action.code()).filter(on::isBefore).ifPresent(decided -> {
            throw new InvalidFields(
                    "/on",
                    "Its request was approved on %s; an Action is not launched before that day.".formatted(decided));
        });
    }

    @Transactional
    Action hold(String id, @Nullable String ifMatch, StepCommands.Explain step) {
        return take(id, ifMatch, step.step(), (action, on) -> action.hold(on, step.reason()));
    }

    @Transactional
    Action resume(String id, @Nullable String ifMatch, StepCommands.Take step) {
        return take(id, ifMatch, step, (action, on) -> action.resume(on, step.reason()));
    }

    @Transactional
    Action complete(String id, @Nullable String ifMatch, StepCommands.Take step) {
        return take(id, ifMatch, step, (action, on) -> action.complete(on, step.reason()));
    }

    @Transactional
    Action cancel(String id, @Nullable String ifMatch, StepCommands.Explain step) {
        return take(id, ifMatch, step.step(), (action, on) -> {
            refuseBeforeItsRequest(action, on, "cancelled");
            return action.cancel(on, step.reason());
        });
    }

    private Action take(String id, @Nullable String ifMatch, StepCommands.Take step, Transition transition) {
        Action action = actions.getForChange(id);
        ETags.honour(ifMatch, action);
        events.append(action, transition.of(action, StepCommands.day(step.on(), calendar.today())));
        return action;
    }
}
