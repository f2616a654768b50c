package eu.mieux.chassis.identity;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rights that outlast the call that they were told by, a stream's or a webhook's: what they name may bear another key by now. */
@ApplicationScoped
public class Renaming {

    private final List<Renamed> renamed;

    Renaming(@All List<Renamed> renamed) {
        this.renamed = renamed;
    }

    /** The same rights, by the keys of today. */
    public Listener today(Listener kept) {
        Map<String, List<String>> claims = new HashMap<>();
        kept.claims().forEach((claim, values) -> claims.put(claim, today(claim, values)));
        return new Listener(kept.roles(), claims, kept.scopes());
    }

    private List<String> today(String claim, List<String> values) {
        return renamed.stream()
                .filter(one -> !values.isEmpty() && one.concerns(claim))
                .findFirst()
                .map(one -> one.keysOf(claim, values))
                .orElse(values);
    }
}
