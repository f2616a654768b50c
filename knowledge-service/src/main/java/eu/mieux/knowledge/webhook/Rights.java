package eu.mieux.knowledge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.identity.Renaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an owner may read, kept with her webhook: her roles and scopes, and of her claims those that say where they apply. */
@ApplicationScoped
class Rights {

    private static final Set<String> WHERE = Set.of("regions", "countries", "institution", "authority", "expert");

    private final Caller caller;
    private final ObjectMapper json;
    private final Renaming renaming;

    Rights(Caller caller, ObjectMapper json, Renaming renaming) {
        this.caller = caller;
        this.json = json;
        this.renaming = renaming;
    }

    /** Of whoever is asking. */
    String now() {
        Listener listener = caller.listener();
        Map<String, List<String>> claims = new HashMap<>(listener.claims());
        claims.keySet().retainAll(WHERE);
        try {
            return json.writeValueAsString(new Listener(listener.roles(), claims, listener.scopes()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights are lists of words.", e);
        }
    }

    /** By the keys of today. */
    Listener listener(String rights) {
        try {
            return renaming.today(json.readValue(rights, Listener.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights are kept as they were written.", e);
        }
    }
}
