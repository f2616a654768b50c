package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.naming.InstitutionNames;
import eu.mieux.preimplementation.naming.Likeness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The same institution under another spelling, language or abbreviation is pointed out before it is registered twice. Whoever knows
 * that it is another says so, and that is kept. Imports do not ask: a portfolio is trusted.
 */
@ApplicationScoped
class LikelyDuplicates {

    /** More are no choice any more; who has confirmed these is shown the next. */
    private static final int MOST_SHOWN = 10;

    /** Of one country; it would take a country with thousands of authorities, and then the newest are looked at. */
    private static final int MOST_COMPARED = 5_000;

    /** Worth a look, below what is alike by name. */
    private static final int ONE_ORGANISATION = 75;

    private static final String NAMES = """
            select a.id, a.key, a.name, n.called, a.regional_organisation from (
                select id as authority_id, name as called from authority
                union all
                select authority_id, name from authority_alias
            ) n join authority a on a.id = n.authority_id
            where a.merged_into is null
              and (a.country = cast(:country as text) or (a.country is null and cast(:country as text) is null))
            order by a.id desc, n.called limit :most""";

    private final EntityManager entities;
    private final InstitutionNames names;
    private final Membership membership;
    private final Caller caller;
    private final Clock clock;

    LikelyDuplicates(
            EntityManager entities, InstitutionNames names, Membership membership, Caller caller, Clock clock) {
        this.membership = membership;
        this.entities = entities;
        this.names = names;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * An authority that may be the same.
     *
     * @param matching the name or alias of it that is like the one given
     * @param because why, in a sentence
     * @param score from 70 (worth a look) to 100 (the same words)
     */
    @Schema(name = "LikelyDuplicateCandidate")
    record Candidate(
            UUID id,
            String key,
            String name,
            String matching,
            String because,

            @Schema(minimum = "70", maximum = "100") int score) {}

    /** A name that an authority has, or one of its aliases. */
    private record Called(
            UUID id,
            String key,
            String name,
            String called,
            @Nullable String organisation) {}

    /**
     * Refuses a name that looks like that of another authority of the country, unless all of these are confirmed to be others.
     *
     * @param organisation the regional organisation that it is a body of; null for none
     * @param self the authority that is to be called so; null for a new one
     * @param confirmed ids of those that it is not
     * @return that they are confirmed, to be kept
     */
    Distinction refuse(
            String name,
            @Nullable String country,
            @Nullable String organisation,
            @Nullable Authority self,
            Collection<UUID> confirmed) {
        requireKnown(confirmed);
        waitForOthersOf(country);
        Set<UUID> others = new HashSet<>(confirmed);
        if (self != null) {
            others.add(self.id());
            others.addAll(knownToDiffer(self));
        }
        Map<UUID, Candidate> best = new LinkedHashMap<>();
        Function<String, Optional<Likeness>> byName = names.likenessTo(name, country);
        namesOf(country)
                .filter(called -> !others.contains(called.id()))
                .flatMap(called -> Stream.concat(
                                byName.apply(called.called()).stream(), byOrganisation(organisation, called).stream())
                        .map(found -> new Candidate(
                                called.id(),
                                called.key(),
                                called.name(),
                                called.called(),
                                found.because(),
                                found.score())))
                .forEach(one -> best.merge(one.id(), one, (a, b) -> a.score() >= b.score() ? a : b));
        if (!best.isEmpty()) {
            throw new AuthorityRefusals.LikelyDuplicate(
                    name,
                    best.values().stream()
                            .sorted(Comparator.comparingInt(Candidate::score)
                                    .reversed()
                                    .thenComparing(Candidate::key))
                            .limit(MOST_SHOWN)
                            .toList());
        }
        return new Distinction(caller.subject(), Time.now(clock));
    }

    /** Whatever they are called: an organisation has one secretariat, and a name in each of its languages. */
    private Optional<Likeness> byOrganisation(@Nullable String organisation, Called called) {
        String other = called.organisation();
        return organisation != null && other != null && membership.isSame(organisation, other)
                ? Optional.of(new Likeness(ONE_ORGANISATION, "Both are of %s.".formatted(other)))
                : Optional.empty();
    }

    private void requireKnown(Collection<UUID> confirmed) {
        InvalidFields.Check check = new InvalidFields.Check();
        int place = 0;
        for (UUID id : confirmed) {
            check.that(
                    entities.find(Authority.class, id) != null,
                    "/distinctFrom/" + place++,
                    "There is no authority with this id.");
        }
        check.orRefuse();
    }

    /** Two who register the same institution at the same moment see each other. */
    private void waitForOthersOf(@Nullable String country) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "authorities of " + country)
                .getSingleResult();
    }

    private Stream<Called> namesOf(@Nullable String country) {
        return entities.unwrap(Session.class)
                .createNativeQuery(NAMES, Object[].class)
                .setParameter("country", country)
                .setParameter("most", MOST_COMPARED)
                .getResultStream()
                .map(row ->
                        new Called((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]));
    }

    /** Whichever of the two it was said of. */
    private List<UUID> knownToDiffer(Authority self) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select other_id from authority_distinction where authority_id = :id
                        union select authority_id from authority_distinction where other_id = :id""", UUID.class)
                .setParameter("id", self.id())
                .getResultList();
    }
}
