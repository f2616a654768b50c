package eu.mieux.chassis.identity;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rights that outlast the call that they were told by, a stream's or a webhook's: what they name may bear another key by now. */
@ApplicationScoped
public class Renaming {

    private final List<Renamed> renamed;

    private final PlacedRoles placed;

    Renaming(@All List<Renamed> renamed, PlacedRoles placed) {
        this.renamed = renamed;
        this.placed = placed;
    }

    /** The same rights, by the keys of today; of the roles those that count still. */
    public Listener today(Listener kept) {
        Map<String, List<String>> claims = new HashMap<>();
        kept.claims().forEach((claim, values) -> claims.put(claim, today(claim, values)));
        Set<String> roles = placed.counting(kept.roles(), name -> claims.getOrDefault(name, List.of()));
        return new Listener(roles, claims, kept.scopes());
    }

    private List<String> today(String claim, List<String> values) {
        return renamed.stream()
                .filter(one -> !values.isEmpty() && one.concerns(claim))
                .findFirst()
                .map(one -> one.keysOf(claim, values))
                .orElse(values);
    }
}
