package eu.mieux.monitoring.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All printed figures. */
@ApplicationScoped
class PrintedFigures {

    /** What became of one that was brought in. */
    enum Kept {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final EntityManager entities;

    PrintedFigures(EntityManager entities) {
        this.entities = entities;
    }

    Kept keep(PrintedFigure printed) {
        List<?> created = entities.createNativeQuery("""
                        insert into printed_figure as held
                            (figure, year, note, printed, computed, rounding, verdict, source)
                        values (:figure, :year, :note, :printed, :computed, :rounding, :verdict, :source)
                        on conflict (figure, year, note, source) do update
                            set printed = excluded.printed, computed = excluded.computed,
                                rounding = excluded.rounding, verdict = excluded.verdict
                            where (held.printed, held.computed, held.rounding, held.verdict)
                                is distinct from (excluded.printed, excluded.computed, excluded.rounding, excluded.verdict)
                        returning held.xmax = 0""")
                .setParameter("figure", printed.figure())
                .setParameter("year", printed.year())
                .setParameter("note", printed.note())
                .setParameter("printed", printed.printed())
                .setParameter("computed", printed.computed())
                .setParameter("rounding", printed.rounding())
                .setParameter("verdict", printed.verdict())
                .setParameter("source", printed.source())
                .getResultList();
        return created.isEmpty()
                ? Kept.UNCHANGED
                : Boolean.TRUE.equals(created.getFirst()) ? Kept.CREATED : Kept.UPDATED;
    }

    /** Those of a year, by figure, note and source, after one of them. */
    @Transactional
    List<PrintedFigure> page(int year, @Nullable PrintedFigure after, int limit) {
        List<?> rows = entities.createNativeQuery("""
                        select figure, note, printed, computed, rounding, verdict, source
                        from printed_figure
                        where year = :year and (figure, note, source) > (:figure, :note, :source)
                        order by figure, note, source limit :limit""")
                .setParameter("year", year)
                .setParameter("figure", after == null ? "" : after.figure())
                .setParameter("note", after == null ? "" : after.note())
                .setParameter("source", after == null ? "" : after.source())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new PrintedFigure(
                        (String) row[0],
                        year,
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6]))
                .toList();
    }
}
