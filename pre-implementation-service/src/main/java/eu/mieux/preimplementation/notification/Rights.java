package eu.mieux.preimplementation.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.authority.Authorities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody may read, kept with her settings: her roles, and of her claims those that say where they apply. */
@ApplicationScoped
class Rights {

    static final String AUTHORITY = "authority";
    private static final Set<String> WHERE = Set.of("regions", "countries", "institution", AUTHORITY);

    private final Caller caller;
    private final Authorities authorities;
    private final ObjectMapper json;

    Rights(Caller caller, Authorities authorities, ObjectMapper json) {
        this.caller = caller;
        this.authorities = authorities;
        this.json = json;
    }

    /** Of whoever is asking. */
    String now() {
        Listener listener = caller.listener();
        Map<String, List<String>> claims = new HashMap<>(listener.claims());
        claims.keySet().retainAll(WHERE);
        try {
            return json.writeValueAsString(new Listener(listener.roles(), claims, Set.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights are lists of words.", e);
        }
    }

    /** As they were kept; an authority that was merged since means the one that goes on. */
    Listener listener(String rights) {
        Listener kept = read(rights);
        List<String> own = kept.claims().getOrDefault(AUTHORITY, List.of());
        if (own.isEmpty()) {
            return kept;
        }
        List<String> keys = new ArrayList<>(own);
        keys.addAll(authorities.successors(own).values());
        Map<String, List<String>> claims = new HashMap<>(kept.claims());
        claims.put(AUTHORITY, keys);
        return new Listener(kept.roles(), claims, kept.scopes());
    }

    /** Of a focal point: as a partner of her authority. */
    static Listener ofFocalPoint(String authority) {
        return new Listener(Set.of("partner"), Map.of(AUTHORITY, List.of(authority)), Set.of());
    }

    private Listener read(String rights) {
        try {
            return json.readValue(rights, Listener.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights are kept as they were written.", e);
        }
    }
}
