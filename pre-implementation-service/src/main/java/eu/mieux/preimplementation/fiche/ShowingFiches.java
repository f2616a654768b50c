package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.request.Approvals;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Shows a fiche beside what is known of its request. */
@ApplicationScoped
class ShowingFiches {

    private final Approvals approvals;

    ShowingFiches(Approvals approvals) {
        this.approvals = approvals;
    }

    ActionFicheView view(ActionFiche fiche) {
        return view(fiche, null);
    }

    ActionFicheView view(ActionFiche fiche, ActionFicheView.@Nullable Merge merge) {
        return ActionFicheView.of(
                fiche, merge, approvals.submittedOn(fiche.requestId()).orElse(null));
    }
}
