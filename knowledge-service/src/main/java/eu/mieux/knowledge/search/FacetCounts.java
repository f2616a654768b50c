package eu.mieux.knowledge.search;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * How many of what is found have which value. A facet is counted under the filters of the other fields but not its own, so
 * that it says what choosing another value would bring.
 */
@ApplicationScoped
class FacetCounts {

    private static final String COUNT = """
            with found as materialized (
                select d.kind, d.themes, d.countries, d.languages, cast(extract(year from d.day) as int) as year, {fits}
                from {documents} where {condition})
            select 'total' as facet, '' as code, count(*) as number from found
            where kind_fits and theme_fits and country_fits and language_fits and year_fits
            union all
            select 'kind', kind, count(*) from found
            where theme_fits and country_fits and language_fits and year_fits group by kind
            union all
            select 'theme', v, count(*) from found, unnest(themes) v
            where kind_fits and country_fits and language_fits and year_fits group by v
            union all
            select 'country', v, count(*) from found, unnest(countries) v
            where kind_fits and theme_fits and language_fits and year_fits group by v
            union all
            select 'language', v, count(*) from found, unnest(languages) v
            where kind_fits and theme_fits and country_fits and year_fits group by v
            union all
            select 'year', cast(year as text), count(*) from found
            where kind_fits and theme_fits and country_fits and language_fits and year is not null group by year
            order by number desc, code""";

    private final Session session;
    private final CodeLists codes;

    FacetCounts(Session session, CodeLists codes) {
        this.session = session;
        this.codes = codes;
    }

    /** How many there are in all, and by facet. */
    record Counted(long total, SearchView.Facets facets) {}

    Counted count(
            Documents documents,
            String condition,
            Understanding.Understood question,
            SearchFilter filter,
            Locale language) {
        NativeQuery<Tuple> query = session.createNativeQuery(
                filter.in(documents.in(COUNT)).replace("{condition}", condition), Tuple.class);
        if (!question.words().isEmpty()) {
            query.setParameter("broad", question.broad());
        }
        List<Tuple> rows = filter.bind(documents.bind(query)).getResultList();
        return new Counted(
                of("total", rows).mapToLong(FacetCounts::number).sum(),
                new SearchView.Facets(
                        values("kind", rows, language, "publication-kinds", "deliverable-types"),
                        values("theme", rows, language, "themes"),
                        values("country", rows, language, "countries"),
                        values("language", rows, language, "languages"),
                        values("year", rows, language)));
    }

    private List<SearchView.Facet> values(String facet, List<Tuple> rows, Locale language, String... lists) {
        return of(facet, rows)
                .map(row -> {
                    String code = row.get("code", String.class);
                    return new SearchView.Facet(code, label(code, language, lists), number(row));
                })
                .toList();
    }

    private static Stream<Tuple> of(String facet, List<Tuple> rows) {
        return rows.stream().filter(row -> facet.equals(row.get("facet")));
    }

    private static long number(Tuple row) {
        return row.get("number", Long.class);
    }

    private String label(String code, Locale language, String... lists) {
        return Stream.of(lists)
                .map(list -> codes.list(list).find(code))
                .flatMap(Optional::stream)
                .findFirst()
                .map((Code known) -> known.label(language))
                .orElse(code);
    }
}
