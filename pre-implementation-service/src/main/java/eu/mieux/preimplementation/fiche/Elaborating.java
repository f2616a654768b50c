package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.fiche.FicheContent.PlannedActivity;
import eu.mieux.preimplementation.request.Approvals;
import eu.mieux.preimplementation.request.Approvals.Approval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writing an Action Fiche, version by version. */
@ApplicationScoped
class Elaborating {

    private final ActionFiches fiches;
    private final FicheVersions versions;
    private final Approvals approvals;
    private final FichePolicy policy;
    private final EventLog events;
    private final CodeLists codes;
    private final Caller caller;
    private final Clock clock;

    Elaborating(
            ActionFiches fiches,
            FicheVersions versions,
            Approvals approvals,
            FichePolicy policy,
            EventLog events,
            CodeLists codes,
            Caller caller,
            Clock clock) {
        this.fiches = fiches;
        this.versions = versions;
        this.approvals = approvals;
        this.policy = policy;
        this.events = events;
        this.codes = codes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ActionFiche draft(String request, FicheCommands.Save command) {
        Approval approval = approvals.get(request);
        if (!policy.speaksFor(Side.OFFICER, approval)) {
            throw new FicheRefusals.NotYourSide(approval.reference(), Side.OFFICER);
        }
        if (fiches.isThereFor(approval.requestId())) {
            throw new FicheRefusals.FicheExists(approval.reference());
        }
        FicheContent content = content(command, approval);
        ActionFiche fiche = ActionFiche.drafted(approval, approvals.actionName(approval), content, officer());
        fiches.persist(fiche);
        versions.persistAndFlush(version(fiche));
        events.append(fiche, fiche.birth());
        return fiche;
    }

    @Transactional
    ActionFiche revise(String id, @Nullable String ifMatch, FicheCommands.Save command) {
        ActionFiche fiche = fiches.getForChange(id);
        ETags.require(ifMatch, fiche);
        Approval approval = approvals.get(fiche.requestId().toString());
        policy.requireWriter(approval);
        fiche.revise(approval, content(command, approval), officer()).ifPresent(event -> {
            versions.persist(version(fiche));
            events.append(fiche, event);
        });
        return fiche;
    }

    private FicheVersion version(ActionFiche fiche) {
        return new FicheVersion(fiche, caller.subject(), Time.now(clock));
    }

    private @Nullable String officer() {
        return caller.has("officer") ? caller.subject() : null;
    }

    private FicheContent content(FicheCommands.Save command, Approval approval) {
        InvalidFields.Check check = new InvalidFields.Check();
        Optional<String> region =
                Optional.ofNullable(command.region()).or(() -> Optional.ofNullable(approval.mainRegion()));
        check.that(region.isPresent(), "/region", "Say which region the Action belongs to; its countries do not.");
        region.ifPresent(code -> code(check, "/region", code, "regions"));
        code(check, "/pillar", command.pillar(), "pillars");
        List<String> named = command.themes();
        List<String> themes = named == null ? approval.themes() : named;
        for (int i = 0; i < themes.size(); i++) {
            code(check, "/themes/" + i, themes.get(i), "themes");
        }
        check.that(
                themes.stream().distinct().count() == themes.size(),
                "/themes",
                "A theme is named twice; name each once.");
        check(check, command.planned());
        check.orRefuse();
        return command.content(region.orElseThrow(), themes);
    }

    private void check(InvalidFields.Check check, List<PlannedActivity> activities) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < activities.size(); i++) {
            PlannedActivity activity = activities.get(i);
            String at = "/activities/" + i;
            check.that(numbers.add(activity.number()), at + "/number", "Two Activities have this number.");
            code(check, at + "/type", activity.type(), "activity-types");
            code(check, at + "/modality", activity.modality(), "modalities");
            String country = activity.country();
            if (country != null) {
                code(check, at + "/country", country, "countries");
            }
        }
    }

    private void code(InvalidFields.Check check, String pointer, String code, String list) {
        check.that(
                codes.list(list).contains(code), pointer, "\"%s\" is not a code of the list %s.".formatted(code, list));
    }
}
