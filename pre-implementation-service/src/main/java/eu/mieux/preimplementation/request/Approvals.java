package eu.mieux.preimplementation.request;

import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.action.ActionNames;
import eu.mieux.preimplementation.authority.Authorities;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approved requests, as far as their Action Fiches need them. */
@ApplicationScoped
public class Approvals {

    private final Requests requests;
    private final Authorities authorities;
    private final ActionNames names;
    private final Regions regions;

    Approvals(Requests requests, Authorities authorities, ActionNames names, Regions regions) {
        this.requests = requests;
        this.authorities = authorities;
        this.names = names;
        this.regions = regions;
    }

    /**
     * What was approved.
     *
     * @param regions of its countries
     * @param possibleRegions to which its Action may belong
     * @param mainRegion of most of its countries, where there is one
     * @param regionalOrganisation the one that asks, where one does
     * @param recused institutions that stepped back from the review on which it was decided, for a conflict of interest
     */
    public record Approval(
            UUID requestId,
            String reference,
            List<String> authorityKeys,
            List<String> countries,
            List<String> regions,
            List<String> themes,
            List<String> possibleRegions,
            @Nullable String mainRegion,
            @Nullable String regionalOrganisation,
            Set<String> recused) {}

    /**
     * The approved request with this id or reference, by the authorities that go on; until the transaction ends none of them is merged,
     * so that no fiche is written for one that is.
     *
     * @throws NotFound when it is absent or out of the caller's sight
     * @throws RequestRefusals.RequestNotApproved when it is there, but not approved
     */
    public Approval get(String idOrReference) {
        Request request = approved(idOrReference);
        return approval(request, authorities.current(request.authorityKeys()));
    }

    /** As {@link #get}, of what nothing is written that names authorities: it waits for no merger. */
    public Approval getToEndorse(String idOrReference) {
        Request request = approved(idOrReference);
        return approval(request, request.authorityKeys());
    }

    /** What was approved once, whatever has become of it: to be read. */
    public Approval read(String idOrReference) {
        Request request = requests.get(idOrReference);
        return approval(request, request.authorityKeys());
    }

    /** When a request was submitted, in whosever sight it is; empty where that is not known. */
    public Optional<LocalDate> submittedOn(UUID request) {
        return requests.findByIdOptional(request).map(Request::submittedOn);
    }

    /**
     * Whoever changes a record that names authorities has them first, as a merger has: the two would wait for each other, if it had
     * the record and wanted its authorities.
     */
    public void holdAuthorities(String idOrReference) {
        authorities.current(requests.glance(idOrReference).authorities());
    }

    private Request approved(String idOrReference) {
        Request request = requests.get(idOrReference);
        if (request.status() != RequestStatus.APPROVED) {
            throw new RequestRefusals.RequestNotApproved(request.name(), request.status());
        }
        return request;
    }

    private Approval approval(Request request, List<String> authorityKeys) {
        String organisation = authorities.asking(request.authorityKeys()).stream()
                .map(Authorities.Asking::regionalOrganisation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Approval(
                request.id(),
                request.name(),
                authorityKeys,
                request.countries(),
                regions.of(request.countries()),
                request.draft().themes(),
                regions.possible(request.countries()),
                regions.main(request.countries()).orElse(null),
                organisation,
                request.review().recused());
    }

    /** The name that approval allotted, or for a request from a portfolio the one that its Action bears, or the next. */
    public String actionName(Approval approval) {
        Request request = requests.get(approval.reference());
        String allotted = request.publicState().actionName();
        return allotted != null
                ? allotted
                : names.known(approval.reference())
                        .orElseGet(() -> names.next(request.name(), request.countries(), request.authorityKeys()));
    }
}
