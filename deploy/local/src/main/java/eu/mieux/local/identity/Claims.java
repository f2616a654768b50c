package eu.mieux.local.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a token says of its bearer; the names are those that the services read. */
public record Claims(Map<String, Object> values) {

    /** The roles of the domain. */
    public static final List<String> ROLES = List.of(
            "partner",
            "steering-member",
            "eu-delegation",
            "ms-focal-point",
            "officer",
            "manager",
            "emm",
            "logistics",
            "monitoring",
            "knowledge",
            "communications",
            "expert",
            "auditor",
            "client");

    public Claims {
        values = Map.copyOf(values);
    }

    /** Somebody with this role and no bounds. */
    public static Claims of(String role) {
        return new Claims(Map.of("sub", role, "name", "Local " + role, "roles", List.of(role)));
    }

    /** The same, and this as well, unless it is empty. */
    public Claims with(String name, List<String> list) {
        return list.isEmpty() ? this : with(name, (Object) list);
    }

    /** The same, and this as well. */
    public Claims with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Claims(more);
    }
}
