package eu.mieux.monitoring.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * The years that there are reports of. A year is known of when a record that its figures count falls into it; what merely goes on
 * through it, such as a running Action or the roster, does not make it one.
 */
@ApplicationScoped
class ReportedYears {

    /** No facility is older. */
    static final int FIRST = 1900;

    static final int LAST = 2200;

    private final EntityManager entities;

    ReportedYears(EntityManager entities) {
        this.entities = entities;
    }

    /** The years that anything is known of and those published, the latest first; those published only, when told so. */
    @Transactional
    List<ReportListed> page(boolean publishedOnly, int before, int limit) {
        List<?> rows = entities.createNativeQuery("""
                        with recursive known (year) as (
                            select latest_known_year(make_date(:first, 1, 1), make_date(:last, 12, 31))
                            union all
                            select latest_known_year(make_date(:first, 1, 1), make_date(year - 1, 12, 31))
                            from known where year is not null
                        ),
                        listed (year) as (
                            (select year from known where year is not null and not :publishedOnly limit :limit)
                            union
                            select year from annual_report where year < :before
                        )
                        select listed.year, annual_report.published_at
                        from listed left join annual_report using (year)
                        order by listed.year desc limit :limit""")
                .setParameter("first", FIRST)
                .setParameter("last", Math.clamp(before - 1L, FIRST - 1, LAST))
                .setParameter("publishedOnly", publishedOnly)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> ReportListed.of(((Number) row[0]).intValue(), (Instant) row[1]))
                .toList();
    }

    /** Whether anything happened in the year or before it, so that its figures, running totals at least, tell something. */
    @Transactional
    boolean anythingKnownUpTo(int year) {
        return (Boolean) entities.createNativeQuery("""
                        select latest_known_year(make_date(:first, 1, 1), make_date(:year, 12, 31)) is not null""")
                .setParameter("first", FIRST)
                .setParameter("year", year)
                .getSingleResult();
    }
}
