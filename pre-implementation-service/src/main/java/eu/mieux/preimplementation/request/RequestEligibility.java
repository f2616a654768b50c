package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.authority.Authorities;
import eu.mieux.preimplementation.authority.Membership;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.eligibility.Eligibility;
import eu.mieux.preimplementation.eligibility.EligibilityRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * The eligibility of a request: as of the day it was submitted, or for a draft as of today. A regional organisation asks with all
 * of its members of that day.
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
        return rules.check(
                on,
                authorities.asking(request.authorityKeys()).stream()
                        .map(a -> new EligibilityRules.Asking(
                                a.name(),
                                a.type().name(),
                                a.country(),
                                membership.countries(a.regionalOrganisation(), on)))
                        .toList(),
                request.countries());
    }
}
