package eu.mieux.chassis.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who listens to events, with the rights of a token: hears of a record what its {@link Hearing} allows.
 *
 * @param roles as in the token
 * @param claims all others that are words or lists of words
 * @param scopes what a machine may do: as {@code client} it hears of {@code /api/v1/shoes} if it may {@code shoes:read}
 */
public record Listener(Set<String> roles, Map<String, List<String>> claims, Set<String> scopes) {

    private static final Pattern SEER = Pattern.compile("([^:]+):(?:\\*|([^=]+)=(.*))", Pattern.DOTALL);

    /**
     * @param path where the record is read
     * @param audience who may see it: {@code officer:regions=AF}, {@code manager:*}, {@code everybody:*}; and by which of her roles
     *     she does not hear all the same: {@code !packer:warehouse=NORTH}
     */
    public boolean hears(String path, Collection<String> audience) {
        Set<String> barred = audience.stream()
                .filter(seer -> seer.startsWith(Hearing.BAR))
                .map(seer -> seer.substring(Hearing.BAR.length()))
                .filter(seer -> is(seer, path))
                .map(Listener::role)
                .collect(Collectors.toSet());
        return audience.stream().anyMatch(seer -> is(seer, path) && !barred.contains(role(seer)));
    }

    private static String role(String seer) {
        return seer.substring(0, seer.indexOf(':'));
    }

    /** The rows that a policy opens to her, when her call is long over; {@link Caller#reach} while it is answered. */
    public Sight sight(Policy policy) {
        return Sight.ofAny(policy, roles, this::claims);
    }

    private boolean is(String seer, String path) {
        Matcher parts = SEER.matcher(seer);
        return parts.matches()
                && has(parts.group(1), path)
                && (parts.group(2) == null || claims(parts.group(2)).contains(parts.group(3)));
    }

    private boolean has(String role, String path) {
        return role.equals(Hearing.EVERYBODY)
                || (roles.contains(role)
                        && (!role.equals(ClientScopes.CLIENT) || scopes.contains(ClientScopes.toRead(path))));
    }

    private List<String> claims(String name) {
        return claims.getOrDefault(name, List.of());
    }
}
