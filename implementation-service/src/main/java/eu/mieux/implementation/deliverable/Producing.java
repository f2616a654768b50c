package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.calendar.FacilityCalendar;
import eu.mieux.implementation.step.StepCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Taking a deliverable from its draft to the partner. */
@ApplicationScoped
class Producing {

    private final Deliverables deliverables;
    private final Actions actions;
    private final EventLog events;
    private final FacilityCalendar calendar;
    private final CodeLists codes;

    Producing(Deliverables deliverables, Actions actions, EventLog events, FacilityCalendar calendar, CodeLists codes) {
        this.deliverables = deliverables;
        this.actions = actions;
        this.events = events;
        this.calendar = calendar;
        this.codes = codes;
    }

    @Transactional
    Deliverable draft(String action, DeliverableCommands.Draft draft) {
        String code = actions.codeToExtend(action);
        check(draft);
        requireFree(code, draft.title());
        Deliverable deliverable = Deliverable.drafted(code, draft);
        deliverables.persistAndFlush(deliverable);
        events.append(deliverable, deliverable.birth());
        return deliverable;
    }

    @Transactional
    Deliverable revise(String action, UUID id, @Nullable String ifMatch, DeliverableCommands.Draft draft) {
        Deliverable deliverable = deliverables.getForChange(actions.code(action), id);
        ETags.require(ifMatch, deliverable);
        check(draft);
        if (!draft.title().equals(deliverable.key().title())) {
            requireFree(deliverable.key().actionCode(), draft.title());
        }
        events.append(deliverable, deliverable.revise(draft));
        return deliverable;
    }

    @Transactional
    Deliverable validate(String action, UUID id, @Nullable String ifMatch, StepCommands.Take step) {
        Deliverable deliverable = forAct(action, id, ifMatch);
        events.append(deliverable, deliverable.validate(day(step.on())));
        return deliverable;
    }

    @Transactional
    Deliverable handOver(String action, UUID id, @Nullable String ifMatch, DeliverableCommands.HandOver command) {
        Deliverable deliverable = forAct(action, id, ifMatch);
        events.append(deliverable, deliverable.handOver(day(command.on()), command.receivedBy()));
        return deliverable;
    }

    private Deliverable forAct(String action, UUID id, @Nullable String ifMatch) {
        Deliverable deliverable = deliverables.getForChange(actions.code(action), id);
        ETags.honour(ifMatch, deliverable);
        return deliverable;
    }

    private LocalDate day(@Nullable LocalDate said) {
        return StepCommands.day(said, calendar.today());
    }

    private void requireFree(String actionCode, String title) {
        if (deliverables.has(actionCode, title)) {
            throw new DeliverableRefusals.DeliverableTitleTaken(title, actionCode);
        }
    }

    private void check(DeliverableCommands.Draft draft) {
        List<String> languages = draft.written();
        InvalidFields.Check check = new InvalidFields.Check()
                .that(
                        codes.list("deliverable-types").contains(draft.type()),
                        "/type",
                        "A code of the list deliverable-types.")
                .that(new HashSet<>(languages).size() == languages.size(), "/languages", "Each language once.");
        for (int i = 0; i < languages.size(); i++) {
            check.that(
                    codes.list("languages").contains(languages.get(i)),
                    "/languages/" + i,
                    "An ISO 639-1 language code.");
        }
        check.orRefuse();
    }
}
