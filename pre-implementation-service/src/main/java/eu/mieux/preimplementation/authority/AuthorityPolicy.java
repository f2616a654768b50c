package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authorities are public institutions, so everybody sees them; their focal points are persons, and an officer answers for the
 * authorities of her regions: of a country in them, or for a regional organisation of one of its members.
 */
@ApplicationScoped
class AuthorityPolicy implements Policy {

    /** Who sees focal points, of the authorities that the role opens. Machines do not. */
    static final Set<String> SHOWN_CONTACTS = Set.of("officer", "manager", "auditor", "partner");

    /** Who changes authorities, of those that the role opens. */
    static final Set<String> WRITERS = Set.of("officer", "manager");

    private final CodeLists codes;
    private final Membership membership;
    private final FacilityCalendar calendar;

    AuthorityPolicy(CodeLists codes, Membership membership, FacilityCalendar calendar) {
        this.codes = codes;
        this.membership = membership;
        this.calendar = calendar;
    }

    /** On rows of {@code authority a}, as far as persons and changes are concerned. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "auditor" -> Sight.everything();
            case "officer" -> inRegions(hers.claims("regions"));
            case "partner" -> Sight.among("a.key", "authority", hers);
            default -> Sight.nothing();
        };
    }

    @Override
    public Sight opensToAll() {
        return Sight.everything();
    }

    private Sight inRegions(List<String> regions) {
        List<String> countries = countriesIn(regions);
        return Sight.among("a.country", "countries_of_regions", _ -> countries)
                .or(Sight.among(
                        "a.regional_organisation",
                        "organisations_of_regions",
                        _ -> membership.among(countries, calendar.today())));
    }

    /** Whether an authority with such a place is one of these regions. */
    boolean isIn(Collection<String> regions, @Nullable String country, @Nullable String organisation) {
        List<String> countries = countriesIn(regions);
        return country == null
                ? !Collections.disjoint(countries, membership.countries(organisation, calendar.today()))
                : countries.contains(country);
    }

    private List<String> countriesIn(Collection<String> regions) {
        return regions.stream()
                .flatMap(region -> codes.list("countries").where("region", region).stream())
                .map(Code::code)
                .toList();
    }
}
