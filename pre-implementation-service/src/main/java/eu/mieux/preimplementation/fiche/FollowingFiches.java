package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.identity.Listener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Action Fiches as those see them who tell people of them, in whosever sight they are. */
@ApplicationScoped
public class FollowingFiches {

    private final ActionFiches fiches;
    private final FichePolicy policy;

    FollowingFiches(ActionFiches fiches, FichePolicy policy) {
        this.fiches = fiches;
        this.policy = policy;
    }

    /**
     * Where a fiche stands.
     *
     * @param actionName of the Action that it is for
     * @param endorsed by all sides
     * @param silent roles that speak for the sides that have not
     * @param voided roles of those who had endorsed the version before, and have not endorsed this one
     */
    public record Followed(
            UUID request,
            String actionName,
            int contentVersion,
            boolean endorsed,
            Set<String> silent,
            Set<String> voided) {}

    /**
     * Whether somebody who sees a fiche by these rights writes it.
     *
     * @param recused institutions that have stepped back from its request
     */
    public boolean isWriter(Listener who, Set<String> recused) {
        return Arrays.stream(Side.values()).anyMatch(side -> policy.speaksFor(side, who, recused));
    }

    /**
     * Whether she speaks for a side whose role is among these.
     *
     * @param recused institutions that have stepped back from the request
     */
    public boolean isOfSide(Listener who, Set<String> roles, Set<String> recused) {
        return Arrays.stream(Side.values())
                .filter(side -> roles.contains(side.role()))
                .anyMatch(side -> policy.speaksFor(side, who, recused));
    }

    public Optional<Followed> find(UUID id) {
        return fiches.findByIdOptional(id).map(FollowingFiches::followed);
    }

    public Optional<Followed> ofRequest(UUID request) {
        return fiches.find("requestId", request).firstResultOptional().map(FollowingFiches::followed);
    }

    private static Followed followed(ActionFiche fiche) {
        int version = fiche.contentVersion();
        Set<String> spoken = roles(fiche, version);
        Set<String> silent = Arrays.stream(Side.values())
                .map(Side::role)
                .filter(role -> !spoken.contains(role))
                .collect(Collectors.toSet());
        Set<String> voided = roles(fiche, version - 1);
        voided.retainAll(silent);
        return new Followed(fiche.requestId(), fiche.actionName(), version, silent.isEmpty(), silent, voided);
    }

    private static Set<String> roles(ActionFiche fiche, int contentVersion) {
        return fiche.endorsementsOf(contentVersion).stream()
                .map(endorsement -> endorsement.side().role())
                .collect(Collectors.toSet());
    }
}
