package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which components can be shared, and what the others are called: a name that means different things to different services
 * is prefixed with the service's, and so is every shared name that leads to such a one.
 */
final class ComponentNames {

    private final Set<String> clashing = new HashSet<>();

    ComponentNames(List<Contract> contracts) {
        Map<String, JsonNode> first = new HashMap<>();
        Map<String, Set<String>> shared = new LinkedHashMap<>();
        for (Contract contract : contracts) {
            JsonNode components = contract.document().path("components");
            for (String name : References.reachable(contract.document().path("paths"), components)) {
                JsonNode component = components.at("/" + name);
                JsonNode other = first.putIfAbsent(name, component);
                if (other != null) {
                    shared.put(name, References.direct(component));
                    if (!other.equals(component)) {
                        clashing.add(name);
                    }
                }
            }
        }
        spread(shared);
    }

    /** Tells a component apart as soon as one that it refers to is, until nothing changes any more. */
    private void spread(Map<String, Set<String>> shared) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, Set<String>> component : shared.entrySet()) {
                if (component.getValue().stream().anyMatch(clashing::contains)) {
                    changed |= clashing.add(component.getKey());
                }
            }
        }
    }

    /** @param name as {@code schemas/Request} */
    String in(Contract contract, String name) {
        if (!clashing.contains(name)) {
            return name;
        }
        int slash = name.indexOf('/') + 1;
        return name.substring(0, slash) + contract.prefix() + name.substring(slash);
    }
}
