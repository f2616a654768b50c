package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.request.Approvals;
import eu.mieux.preimplementation.request.Approvals.Approval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Action Fiches as what hangs on them needs them: comments, documents. What is out of the caller's sight is absent. */
@ApplicationScoped
public class FichesInSight {

    private final ActionFiches fiches;
    private final FicheVersions versions;
    private final Approvals approvals;
    private final FichePolicy policy;

    FichesInSight(ActionFiches fiches, FicheVersions versions, Approvals approvals, FichePolicy policy) {
        this.fiches = fiches;
        this.versions = versions;
        this.approvals = approvals;
        this.policy = policy;
    }

    /**
     * A fiche.
     *
     * @param contentVersion of what it says now
     * @param isWriter whether the caller speaks for a side, by no institution that has stepped back from the request
     * @param isCommentator whether she does, or reads it for an EU Delegation that has not
     */
    public record Known(UUID id, String reference, int contentVersion, boolean isWriter, boolean isCommentator) {}

    public Known get(String idOrReference) {
        ActionFiche fiche = fiches.get(idOrReference);
        return known(fiche, approvals.read(fiche.requestId().toString()));
    }

    /** As {@link #get}, but not for an institution that has stepped back from the request for a conflict of interest. */
    public Known getToDiscuss(String idOrReference) {
        ActionFiche fiche = fiches.get(idOrReference);
        Approval approval = approvals.read(fiche.requestId().toString());
        policy.requireNoConflict(approval);
        return known(fiche, approval);
    }

    private Known known(ActionFiche fiche, Approval approval) {
        return new Known(
                fiche.id(),
                fiche.requestReference(),
                fiche.contentVersion(),
                policy.isWriter(approval),
                policy.isCommentator(approval));
    }

    /**
     * A version with what is known of its fiche.
     *
     * @param officer what the project officer is called; null where nobody knows
     * @param endorsements of this version
     */
    public record Edition(
            String reference,
            String actionName,
            List<String> authorityKeys,
            List<String> countries,
            @Nullable String regionalOrganisation,
            @Nullable String officer,
            int number,
            Instant savedAt,
            List<EndorsementView> endorsements,
            FicheContent content) {}

    public Edition edition(String idOrReference, int number) {
        ActionFiche fiche = fiches.get(idOrReference);
        FicheVersion version = versions.get(fiche, number);
        ActionFicheState state = fiche.publicState();
        return new Edition(
                state.requestReference(),
                state.actionName(),
                state.authorityKeys(),
                state.countries(),
                state.regionalOrganisation(),
                fiche.officerName(),
                number,
                version.savedAt(),
                EndorsementView.of(fiche, number),
                version.content());
    }
}
