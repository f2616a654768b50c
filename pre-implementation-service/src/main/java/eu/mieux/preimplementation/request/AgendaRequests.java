package eu.mieux.preimplementation.request;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.authority.Authorities;
import eu.mieux.preimplementation.eligibility.Eligibility;
import eu.mieux.preimplementation.eligibility.Finding;
import eu.mieux.preimplementation.review.Opinion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests as the agendas of the steering group's meetings need them; those out of the caller's sight are absent. */
@ApplicationScoped
public class AgendaRequests {

    private final Requests requests;
    private final ShowingRequests showing;
    private final RequestEligibility eligibility;
    private final Blocking blocking;
    private final Authorities authorities;

    AgendaRequests(
            Requests requests,
            ShowingRequests showing,
            RequestEligibility eligibility,
            Blocking blocking,
            Authorities authorities) {
        this.requests = requests;
        this.showing = showing;
        this.eligibility = eligibility;
        this.blocking = blocking;
        this.authorities = authorities;
    }

    /**
     * A request that can be put on an agenda.
     *
     * @param status anything but {@code UNDER_REVIEW} once it was decided
     * @param submittedOn null for one from a portfolio that does not say
     */
    public record OnAgenda(
            UUID id,
            String reference,
            String title,
            List<String> countries,
            RequestStatus status,
            @Nullable LocalDate submittedOn) {}

    /** The request with this id or reference, if it is the caller's for what she asks. */
    public Optional<OnAgenda> find(String idOrReference) {
        try {
            return Optional.of(onAgenda(requests.get(idOrReference)));
        } catch (Refusal refusal) {
            if (refusal.kind() == Kind.ABSENT || refusal.kind() == Kind.FORBIDDEN) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Those of these that are in the caller's sight. */
    public Map<UUID, OnAgenda> inSight(Collection<UUID> ids) {
        Map<UUID, OnAgenda> found = new HashMap<>();
        requests.among(ids)
                .forEach(one -> found.put(
                        one.id(),
                        new OnAgenda(
                                one.id(),
                                String.valueOf(one.reference()),
                                one.title(),
                                one.countries(),
                                one.status(),
                                one.submittedOn())));
        return found;
    }

    /**
     * Those of these of which she may know what was said, as she may the opinions (docs/decisions/0019): before the decision neither
     * an EU Delegation nor an institution that has stepped back.
     */
    public Set<UUID> heard(Collection<UUID> ids) {
        return requests.among(ids).stream()
                .map(RequestListed::id)
                .filter(id -> requests.showsOpinions(requests.get(id.toString())))
                .collect(Collectors.toSet());
    }

    /** Who is asked about a request in the last round; for who may know that, without those who have stepped back. */
    public List<String> asked(UUID id) {
        Request request = requests.get(id.toString());
        boolean showsReview = requests.showsReview(request);
        return request.review().asked().entrySet().stream()
                .filter(voice -> !showsReview || !voice.getValue().isRecused())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What an institution thinks, as far as the caller may know. */
    public record Said(String institution, Opinion.Verdict verdict) {}

    /**
     * What a request waits for.
     *
     * @param what its kind, as {@code OPINION_AWAITED}
     * @param who institutions; empty where the kind says all
     */
    public record Waiting(
            String what, List<String> who, @Nullable LocalDate until) {}

    /**
     * What the steering group should have before its eyes of a request.
     *
     * @param authorities names of those who ask
     * @param failed what speaks against its eligibility; nothing where it is eligible
     * @param showsReview whether the caller may know how the review stands; else opinions are her own, and nothing is said of
     *     what is waited for, which would tell who has spoken, and against it
     */
    public record Brief(
            OnAgenda request,
            List<String> authorities,
            List<Finding> failed,
            boolean showsReview,
            List<Said> opinions,
            List<Waiting> waiting) {}

    public Brief brief(UUID id) {
        Request request = requests.get(id.toString());
        Eligibility its = eligibility.of(request);
        List<RequestView.OpinionView> opinions = showing.view(request).opinions();
        boolean showsReview = requests.showsOpinions(request);
        return new Brief(
                onAgenda(request),
                authorities.asking(request.authorityKeys()).stream()
                        .map(Authorities.Asking::name)
                        .toList(),
                its.findings().stream()
                        .filter(finding -> finding.verdict() == Finding.Verdict.FAILED)
                        .toList(),
                showsReview,
                opinions == null
                        ? List.of()
                        : opinions.stream()
                                .map(one -> new Said(one.institution(), one.opinion()))
                                .toList(),
                showsReview
                        ? blocking.of(request).stream()
                                .map(one -> new Waiting(one.what().name(), one.who(), one.until()))
                                .toList()
                        : List.of());
    }

    private static OnAgenda onAgenda(Request request) {
        return new OnAgenda(
                request.id(),
                request.name(),
                request.draft().title(),
                request.countries(),
                request.status(),
                request.submittedOn());
    }
}
