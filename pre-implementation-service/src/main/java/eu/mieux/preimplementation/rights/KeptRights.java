package eu.mieux.preimplementation.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.identity.Renaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody may read, kept for when she does not ask herself: with her settings for mails, with her link to a calendar. Of her
 * roles those that count there, and of her claims those that say where they apply.
 */
@ApplicationScoped
public class KeptRights {

    private static final Set<String> WHERE = Set.of("regions", "countries", "institution", "authority");

    private final Caller caller;
    private final ObjectMapper json;
    private final Renaming renaming;

    KeptRights(Caller caller, ObjectMapper json, Renaming renaming) {
        this.caller = caller;
        this.json = json;
        this.renaming = renaming;
    }

    /** Of whoever is asking, with the roles that this resource admits. */
    public String now(Class<?> resource) {
        Listener listener = caller.listener();
        Map<String, List<String>> claims = new HashMap<>(listener.claims());
        claims.keySet().retainAll(WHERE);
        Set<String> roles = new HashSet<>(listener.roles());
        roles.retainAll(Hearing.admittedBy(resource));
        try {
            return json.writeValueAsString(new Listener(roles, claims, Set.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights are lists of words.", e);
        }
    }

    /** As they were kept; what was merged since bears another key by now. */
    public Listener listener(String rights) {
        try {
            return renaming.today(json.readValue(rights, Listener.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rights are kept as they were written.", e);
        }
    }
}
