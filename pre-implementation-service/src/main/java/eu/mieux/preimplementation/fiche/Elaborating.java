package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.content.ContentRules;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.GivenContent;
import eu.mieux.preimplementation.content.Merging;
import eu.mieux.preimplementation.request.Approvals;
import eu.mieux.preimplementation.request.Approvals.Approval;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writing an Action Fiche, version by version, by several people at once. */
@ApplicationScoped
class Elaborating {

    private final ActionFiches fiches;
    private final FicheVersions versions;
    private final Approvals approvals;
    private final FichePolicy policy;
    private final EventLog events;
    private final ContentRules rules;
    private final Caller caller;
    private final Clock clock;

    Elaborating(
            ActionFiches fiches,
            FicheVersions versions,
            Approvals approvals,
            FichePolicy policy,
            EventLog events,
            ContentRules rules,
            Caller caller,
            Clock clock) {
        this.fiches = fiches;
        this.versions = versions;
        this.approvals = approvals;
        this.policy = policy;
        this.events = events;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    /** A fiche as saved, and what of it was merged. */
    record Saved(ActionFiche fiche, ActionFicheView.@Nullable Merge merge) {}

    @Transactional
    ActionFiche draft(String request, GivenContent given) {
        Approval approval = approvals.get(request);
        if (!policy.speaksFor(Side.OFFICER, approval)) {
            throw new FicheRefusals.NotYourSide(approval.reference(), Side.OFFICER);
        }
        if (fiches.isThereFor(approval.requestId())) {
            throw new FicheRefusals.FicheExists(approval.reference());
        }
        FicheContent content = content(given, approval);
        ActionFiche fiche = ActionFiche.drafted(approval, approvals.actionName(approval), content, officer());
        fiches.persist(fiche);
        versions.persistAndFlush(version(fiche));
        events.append(fiche, fiche.birth());
        return fiche;
    }

    /** The fiche is locked from here on, so that what it is merged with is what it is when this is committed. */
    @Transactional
    Saved revise(String id, @Nullable String ifMatch, GivenContent given) {
        approvals.holdAuthorities(fiches.requestOf(id).toString());
        ActionFiche fiche = fiches.getForChange(id);
        long read = ETags.lastRead(ifMatch, fiche);
        Approval approval = approvals.get(fiche.requestId().toString());
        policy.requireWriter(approval);
        FicheContent yours = content(given, approval);
        FicheVersion base = versions.readAt(fiche, read);
        if (base.number() == fiche.contentVersion()) {
            save(fiche, approval, yours);
            return new Saved(fiche, null);
        }
        int meanwhile = fiche.contentVersion();
        Merging.Merged merged = Merging.merge(base.content(), yours, fiche.content());
        if (!merged.conflicts().isEmpty()) {
            fiche.requireDraft();
            throw new FicheRefusals.SameSectionChanged(fiche, base.number(), merged.conflicts());
        }
        save(fiche, approval, merged.content());
        return new Saved(fiche, new ActionFicheView.Merge(base.number(), meanwhile, merged.yours(), merged.theirs()));
    }

    private void save(ActionFiche fiche, Approval approval, FicheContent content) {
        fiche.revise(approval, content, officer()).ifPresent(event -> {
            versions.persist(version(fiche));
            events.append(fiche, event);
        });
    }

    private FicheVersion version(ActionFiche fiche) {
        return new FicheVersion(fiche, Signature.of(caller), Time.now(clock));
    }

    /** The project officer who drafts it, where it is one. */
    private @Nullable Signature officer() {
        return caller.has("officer") ? Signature.of(caller) : null;
    }

    private FicheContent content(GivenContent given, Approval approval) {
        String region = given.region() == null ? approval.mainRegion() : given.region();
        List<String> named = given.themes();
        List<String> themes = named == null ? approval.themes() : named;
        rules.require(given, new ContentRules.Belonging(region, approval.possibleRegions()), themes);
        return FicheContent.of(given, Objects.requireNonNull(region), themes);
    }
}
