package eu.mieux.preimplementation.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Year;

/** Allots references. The counter's row is locked until the submission commits, so numbers have no gaps and no twins. */
@ApplicationScoped
class ReferenceNumbers {

    private static final String NEXT = """
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

    Reference next(Year year) {
        Number last = (Number) entities.createNativeQuery(NEXT, Integer.class)
                .setParameter("year", year.getValue())
                .getSingleResult();
        return new Reference(year, last.intValue());
    }

    /** Makes sure that a reference brought in by a portfolio is not allotted again. */
    void keepUpWith(Reference reference) {
        entities.createNativeQuery(KEEP_UP)
                .setParameter("year", reference.year().getValue())
                .setParameter("number", reference.number())
                .executeUpdate();
    }
}
