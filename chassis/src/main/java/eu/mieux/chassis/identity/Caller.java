package eu.mieux.chassis.identity;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is asking, as their token says: roles, and the claims that say where the roles apply. */
@RequestScoped
public class Caller implements Claims {

    private final SecurityIdentity identity;
    private final List<Renamed> renamed;

    /** Looked up once: policies ask for the same claim again and again. */
    private final Map<String, List<String>> held = new HashMap<>();

    private @Nullable Author actingFor;
    private @Nullable String address;

    /** The roles that the operation admits; null where it admits everybody, or none was asked for. */
    private @Nullable Set<String> admitted;

    Caller(SecurityIdentity identity, @All List<Renamed> renamed) {
        this.identity = identity;
        this.renamed = renamed;
    }

    /** Whoever is asking, or the system outside of any request. */
    public static Author currentAuthor() {
        if (!Arc.container().requestContext().isActive()) {
            return Author.SYSTEM;
        }
        return Arc.container().instance(Caller.class).get().author();
    }

    public String subject() {
        return author().subject();
    }

    /** What she is called, where her token says so. */
    public Optional<String> name() {
        return claim("name");
    }

    public Author author() {
        if (actingFor != null) {
            return actingFor;
        }
        if (!identity.isAnonymous()) {
            return new Author(identity.getPrincipal().getName(), address);
        }
        // What runs by the clock has a request context too, and nobody has called.
        return address == null ? Author.SYSTEM : new Author("anonymous", address);
    }

    /** Work that goes on after the request of whoever asked for it is done in their name. */
    public void actFor(Author author) {
        actingFor = author;
    }

    boolean isFromSomewhere() {
        return address != null;
    }

    void comesFrom(@Nullable String place) {
        address = place;
    }

    /** Whether a call is being answered; else the service works by itself, be it in somebody's name. */
    public static boolean isCalling() {
        return Arc.container().requestContext().isActive()
                && Arc.container().instance(Caller.class).get().isFromSomewhere();
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    public boolean hasAny(String... roles) {
        for (String role : roles) {
            if (has(role)) {
                return true;
            }
        }
        return false;
    }

    void admittedBy(Set<String> roles) {
        admitted = roles;
    }

    /** Her roles that count for the operation that she asks for. */
    Set<String> rolesThatCount() {
        Set<String> counting = new HashSet<>(roles());
        if (admitted != null) {
            counting.retainAll(admitted);
        }
        return counting;
    }

    /** The rows that this policy opens to her. */
    public Reach reach(Policy policy) {
        return new Reach(Sight.ofAny(policy, rolesThatCount(), this), Sight.ofAny(policy, roles(), this));
    }

    /**
     * The rows that those of these roles open to her that she has. Of a record that she sees by another role of hers, or
     * that is open to all, what is for these roles only is not for her ({@link Selection#shown}).
     */
    public Sight sight(Policy policy, Set<String> roles) {
        return roles().stream()
                .filter(roles::contains)
                .sorted()
                .map(role -> policy.opens(role, this))
                .reduce(Sight.nothing(), Sight::or);
    }

    /**
     * A claim with one value: {@code institution}, {@code authority}, {@code expert}. Of what bears another key by now than the
     * token says, it is that one.
     */
    public Optional<String> claim(String name) {
        return claims(name).stream().findFirst();
    }

    /** The values of a claim, and all other keys of what they name ({@link Renamed}). */
    @Override
    public List<String> claims(String name) {
        return held.computeIfAbsent(name, this::lookUp);
    }

    private List<String> lookUp(String name) {
        List<String> said = jwt().map(token -> claims(token, name)).orElse(List.of());
        return renamed.stream()
                .filter(one -> !said.isEmpty() && one.concerns(name))
                .findFirst()
                .map(one -> one.keysOf(name, said))
                .orElse(said);
    }

    static List<String> claims(JsonWebToken token, String name) {
        Object said = token.getClaim(name);
        return said == null ? List.of() : texts(said);
    }

    /** Her rights, to be used when her call is over. */
    public Listener listener() {
        Map<String, List<String>> claims = new HashMap<>();
        jwt().ifPresent(token -> token.getClaimNames().forEach(name -> claims.put(name, claims(name))));
        return new Listener(Set.copyOf(roles()), Map.copyOf(claims), ClientScopes.scopes(identity));
    }

    /** Until when her token is good. */
    public Optional<Instant> tokenExpiry() {
        return jwt().map(token -> Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private Optional<JsonWebToken> jwt() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }

    private static List<String> texts(Object value) {
        return value instanceof JsonArray array
                ? array.stream().map(Caller::text).toList()
                : List.of(text(value));
    }
}
