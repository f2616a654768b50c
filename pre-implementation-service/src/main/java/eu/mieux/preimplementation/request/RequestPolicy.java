package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may see which requests (design, The domain, People and what they may do). A draft is its authority's own affair; which roles
 * may do what with a request is said on {@link RequestResource}.
 */
@ApplicationScoped
public class RequestPolicy implements Policy {

    /** Who sees the opinions on the requests that they see before there is a decision. */
    static final Set<String> SHOWN_OPINIONS = Set.of("steering-member", "officer", "manager", "auditor", "client");

    /** Events that tell that somebody has spoken, or will not. */
    private static final Set<String> OF_OPINIONS =
            Set.of("request-opinion-given", "request-institution-recused", "request-review-closed");

    /** Events that tell who is asked, and by when. */
    private static final Set<String> OF_THE_ASKED =
            Set.of("request-opinion-awaited", "request-opinion-delegated", "request-opinion-time-changed");

    /** Who is asked, and who follows that. */
    private static final Set<String> ASKED =
            Stream.concat(SHOWN_OPINIONS.stream(), Stream.of("eu-delegation")).collect(Collectors.toUnmodifiableSet());

    /** Who sees drafts of whichever authority, on the requests that they see. */
    static final Set<String> SHOWN_DRAFTS = Set.of("officer", "manager", "auditor");

    /** A draft that was withdrawn before it was submitted stays its authority's own affair. */
    private static final Sight HANDED_IN = Sight.where("r.reference is not null");

    /** Whoever is of an institution that has stepped back from the last round, until the decision: as {@link Requests#showsReview}. */
    private static final String STEPPED_BACK = """
            array(select case when starts_with(v.institution, '%1$s')
                    then 'eu-delegation:countries=' || substr(v.institution, %2$d)
                    else 'steering-member:institution=' || v.institution end
                from voice v
                where v.request_id = r.id and v.recused_by is not null and r.status not in ('APPROVED', 'REJECTED')
                    and v.round = (select max(round) from voice last where last.request_id = r.id))""".formatted(Review.DELEGATION, Review.DELEGATION.length() + 1);

    /** On rows of {@code request r}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "auditor", "client" -> Sight.everything();
            case "steering-member" -> HANDED_IN;
            case "partner" -> Sight.overlap("r.authority_keys", "authority", hers);
            case "eu-delegation" ->
                Sight.overlap("r.countries", "countries", hers).and(HANDED_IN);
            case "officer" -> Sight.overlap("r.regions", "regions", hers);
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed; that somebody has spoken, or is asked, only who may know that. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                        "request",
                        "request r",
                        "r.id",
                        "'/api/v1/requests/' || r.id",
                        this,
                        Hearing.admittedBy(RequestResource.class))
                .withConfidential(Stream.concat(OF_OPINIONS.stream(), OF_THE_ASKED.stream())
                        .collect(Collectors.toMap(
                                Function.identity(), type -> OF_OPINIONS.contains(type) ? SHOWN_OPINIONS : ASKED)))
                .withBarred(STEPPED_BACK);
    }
}
