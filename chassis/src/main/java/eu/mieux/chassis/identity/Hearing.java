package eu.mieux.chassis.identity;

import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who hears of the changes of one kind of record, and where they read it: who may see a record may hear that it changed. A
 * service offers one of these as a bean for every kind of record that it publishes.
 *
 * @param aggregateType {@code shoe}
 * @param rows the rows that the policy speaks of, as behind {@code from}: {@code shoe s}
 * @param id their column with the aggregate's id: {@code s.id}
 * @param path an SQL expression, where a caller reads the record: {@code '/api/v1/shoes/' || s.id}
 * @param policy which rows a role opens
 * @param roles the roles that may read such records at all
 * @param farewells types of events by which a record goes out of everybody's sight: everybody hears of them, or would show for
 *     ever what is gone
 * @param confidential types of events of which others than these roles do not hear, though they see the record
 * @param barred who hears of none of these types by a role of hers, whoever else does: an SQL expression on the rows, a {@code
 *     text[]} of {@code packer:warehouse=NORTH}
 */
public record Hearing(
        String aggregateType,
        String rows,
        String id,
        String path,
        Policy policy,
        Set<String> roles,
        Set<String> farewells,
        Map<String, Set<String>> confidential,
        String barred) {

    /** In the place of a role: whoever asks. */
    public static final String EVERYBODY = "everybody";

    /** Before one who is not to hear, whoever else is; no role begins so. */
    static final String BAR = "!";

    private static final String NOBODY = "array[]::text[]";

    /** In the place of the claims of one who is not known: each has some value. */
    private static final Claims SOME = name -> List.of("some");

    /** Of records that never were everybody's. */
    public Hearing(String aggregateType, String rows, String id, String path, Policy policy, Set<String> roles) {
        this(aggregateType, rows, id, path, policy, roles, Set.of(), Map.of(), NOBODY);
    }

    /** The same, with events that are not for all who see the record. */
    public Hearing withConfidential(Map<String, Set<String>> types) {
        return new Hearing(aggregateType, rows, id, path, policy, this.roles, farewells, types, barred);
    }

    /** The same, with those for whom what is confidential is not though their role is entitled to it. */
    public Hearing withBarred(String seers) {
        return new Hearing(aggregateType, rows, id, path, policy, this.roles, farewells, confidential, seers);
    }

    /** The same, with events by which a record goes out of everybody's sight. */
    public Hearing withFarewells(Set<String> types) {
        return new Hearing(aggregateType, rows, id, path, policy, this.roles, types, confidential, barred);
    }

    /** The roles that a resource admits, where no operation of it says otherwise. */
    public static Set<String> admittedBy(Class<?> resource) {
        return Set.of(resource.getAnnotation(RolesAllowed.class).value());
    }

    /**
     * Who hears of an event.
     *
     * @param seers who may see the record after it, and who is barred
     */
    public Set<String> of(String type, Collection<String> seers) {
        Set<String> all = new TreeSet<>(seers);
        if (farewells.contains(type)) {
            all.add(EVERYBODY + ":*");
        }
        Set<String> entitled = confidential.get(type);
        all.removeIf(seer -> seer.startsWith(BAR)
                ? entitled == null
                : entitled != null && !entitled.contains(seer.substring(0, seer.indexOf(':'))));
        return all;
    }

    /**
     * Of the rows with these ids: the id, the path, and who may see it as {@code officer:regions=AF}, {@code manager:*} or
     * {@code everybody:*}, who is barred as {@code !packer:warehouse=NORTH}.
     *
     * @return a statement with one parameter, an array of ids
     */
    public String statement() {
        String seers = Stream.of(
                        Stream.of(told(EVERYBODY, policy.opensToAll())),
                        roles.stream().sorted().map(role -> told(role, policy.opens(role, SOME))),
                        Stream.of(List.of("array(select '%s' || v from unnest(%s) v)".formatted(BAR, barred))))
                .flatMap(one -> one)
                .flatMap(Collection::stream)
                .collect(Collectors.joining(" || "));
        return "select %s as id, %s as path, %s as audience from %s where %s = any(?)"
                .formatted(id, path, seers, rows, id);
    }

    private static List<String> told(String role, Sight sight) {
        return sight.isNothing()
                ? List.of()
                : List.of("array(select '%s:' || v from unnest(%s) v)".formatted(role, sight.seers()));
    }
}
