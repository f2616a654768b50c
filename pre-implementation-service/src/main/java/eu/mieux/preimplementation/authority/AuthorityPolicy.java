package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Everybody may hear that an authority changed; that its focal points did, who sees them. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                        "authority",
                        "authority a",
                        "a.id",
                        "'/api/v1/authorities/' || a.id",
                        new Heard(),
                        SHOWN_CONTACTS)
                .withConfidential(Map.of("authority-contacts-changed", SHOWN_CONTACTS));
    }

    /** The same rules; which officers answer for an authority is not said by its row alone, but by code lists of today. */
    private final class Heard implements Policy {

        @Override
        public Sight opens(String role, Claims hers) {
            return role.equals("officer")
                    ? new Sight("true", Map.of(), officers())
                    : AuthorityPolicy.this.opens(role, hers);
        }

        @Override
        public Sight opensToAll() {
            return AuthorityPolicy.this.opensToAll();
        }

        private String officers() {
            return codes.list("regions").codes().stream()
                    .map(region -> {
                        List<String> countries = countriesIn(List.of(region));
                        return "case when a.country = any(%s) or a.regional_organisation = any(%s) then 'regions=%s' end"
                                .formatted(
                                        array(countries), array(membership.among(countries, calendar.today())), region);
                    })
                    .collect(Collectors.joining(", ", "array_remove(array[", "], null)"));
        }

        private static String array(Collection<String> values) {
            return values.stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(", ", "array[", "]::text[]"));
        }
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
