package eu.mieux.preimplementation.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Year;
import java.util.Optional;
import org.hibernate.Session;

/** Allots references. The counter's row is locked until the submission commits, so numbers have no gaps and no twins. */
@ApplicationScoped
public class ReferenceNumbers {

    /** Those who wait for the row queue up; at an {@code on conflict do update} all of them would be woken by every commit. */
    private static final String NEXT = "update reference_counter set last = last + 1 where year = :year returning last";

    private static final String FIRST = """
            insert into reference_counter (year, last) values (:year, 1)
            on conflict (year) do update set last = reference_counter.last + 1
            returning last""";
    private static final String KEEP_UP = """
            insert into reference_counter (year, last) values (:year, :number)
            on conflict (year) do update set last = greatest(reference_counter.last, excluded.last)""";

    private final EntityManager entities;

    ReferenceNumbers(EntityManager entities) {
        this.entities = entities;
    }

    public Reference next(Year year) {
        int number = allot(NEXT, year).or(() -> allot(FIRST, year)).orElseThrow();
        return new Reference(year, number);
    }

    private Optional<Integer> allot(String sql, Year year) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Integer.class)
                .setParameter("year", year.getValue())
                .uniqueResultOptional();
    }

    /** The last number of that year that was allotted or brought in; 0 before the first. */
    public int last(Year year) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select last from reference_counter where year = :year", Integer.class)
                .setParameter("year", year.getValue())
                .uniqueResultOptional()
                .orElse(0);
    }

    /** Makes sure that a reference brought in by a portfolio is not allotted again. */
    public void keepUpWith(Reference reference) {
        entities.createNativeQuery(KEEP_UP)
                .setParameter("year", reference.year().getValue())
                .setParameter("number", reference.number())
                .executeUpdate();
    }
}
