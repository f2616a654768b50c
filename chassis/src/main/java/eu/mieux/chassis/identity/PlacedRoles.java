package eu.mieux.chassis.identity;

import eu.mieux.chassis.codelist.CodeLists;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Roles that one has in a place which a code list names: a packer of a warehouse. Who says of no place that the list has today,
 * to the letter, that she is of it, has no such role. Roles that go by the rows' own values need no such rule: a value that no row
 * has opens none.
 */
@ApplicationScoped
class PlacedRoles implements SecurityIdentityAugmentor {

    private final List<Place> places;
    private final CodeLists codes;
    private final Clock clock;

    /** @param places {@code packer:warehouse:warehouses}: the role, the claim, the code list */
    PlacedRoles(
            @ConfigProperty(name = "mieux.placed-roles") Optional<List<String>> places, CodeLists codes, Clock clock) {
        this.places = places.orElse(List.of()).stream().map(Place::of).toList();
        this.codes = codes;
        this.clock = clock;
    }

    private record Place(String role, String claim, String list) {

        static Place of(String told) {
            String[] words = told.split(":", 3);
            return new Place(words[0], words[1], words[2]);
        }

        String lacking() {
            return "A %s may do this only with a claim %s that is a code of the list %s today, to the letter."
                    .formatted(role, claim, list);
        }
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(seated(identity));
    }

    /** Those of these roles that count with these claims. */
    Set<String> counting(Set<String> roles, Function<String, List<String>> claims) {
        Set<String> missing = lacking(roles, claims).stream().map(Place::role).collect(Collectors.toSet());
        Set<String> counting = new HashSet<>(roles);
        counting.removeAll(missing);
        return counting;
    }

    private SecurityIdentity seated(SecurityIdentity identity) {
        SecurityIdentity seated = identity;
        for (Place place : lacking(identity.getRoles(), claim -> claims(identity, claim))) {
            seated = ClientScopes.without(place.role(), place.lacking(), seated);
        }
        return seated;
    }

    private List<Place> lacking(Set<String> roles, Function<String, List<String>> claims) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), codes.facility().zone());
        return places.stream()
                .filter(place -> roles.contains(place.role()))
                .filter(place -> claims.apply(place.claim()).stream()
                        .noneMatch(code -> codes.list(place.list()).contains(code, today)))
                .toList();
    }

    private static List<String> claims(SecurityIdentity identity, String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? Caller.claims(token, name) : List.of();
    }
}
