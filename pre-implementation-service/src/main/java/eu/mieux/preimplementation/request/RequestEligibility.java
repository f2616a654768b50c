package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.authority.Authorities;
import eu.mieux.preimplementation.authority.Membership;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.eligibility.Eligibility;
import eu.mieux.preimplementation.eligibility.EligibilityRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * The eligibility of a request: as of the day it was submitted, or for a draft as of today. What a portfolio
 * brought in may name no country: a regional organisation asks for all of its members of that day then.
 */
@ApplicationScoped
class RequestEligibility {

    private final EligibilityRules rules;
    private final Authorities authorities;
    private final Membership membership;
    private final FacilityCalendar calendar;

    RequestEligibility(
            EligibilityRules rules, Authorities authorities, Membership membership, FacilityCalendar calendar) {
        this.membership = membership;
        this.rules = rules;
        this.authorities = authorities;
        this.calendar = calendar;
    }

    Eligibility of(Request request) {
        LocalDate submitted = request.submittedOn();
        LocalDate on = submitted != null ? submitted : calendar.today();
        List<Authorities.Asking> asking = authorities.asking(request.authorityKeys());
        return rules.check(
                on,
                asking.stream()
                        .map(a -> new EligibilityRules.Asking(a.name(), a.type().name(), a.country()))
                        .toList(),
                request.countries().isEmpty() ? membersOf(asking, on) : request.countries());
    }

    private List<String> membersOf(List<Authorities.Asking> asking, LocalDate on) {
        return asking.stream()
                .flatMap(authority -> membership.countries(authority.regionalOrganisation(), on).stream())
                .distinct()
                .toList();
    }
}
