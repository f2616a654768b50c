package eu.mieux.knowledge.search;

import jakarta.persistence.Query;
import java.util.List;

/** What a search is narrowed to: any of the values within a field, all of the fields that name one. */
record SearchFilter(
        List<String> kinds, List<String> themes, List<String> countries, List<String> languages, List<Integer> years) {

    /** What holds for rows of {@code d}, each field by its name; a field without values holds for all. */
    private static final String FITS = """
            (cardinality(cast(:kinds as text[])) = 0 or d.kind = any(cast(:kinds as text[]))) as kind_fits,
            (cardinality(cast(:themes as text[])) = 0 or d.themes && cast(:themes as text[])) as theme_fits,
            (cardinality(cast(:countries as text[])) = 0 or d.countries && cast(:countries as text[])) as country_fits,
            (cardinality(cast(:languages as text[])) = 0 or d.languages && cast(:languages as text[])) as language_fits,
            (cardinality(cast(:years as text[])) = 0
                or cast(extract(year from d.day) as text) = any(cast(:years as text[]))) as year_fits""";

    /** The statement with the columns {@code kind_fits} and so on in the place of {@code {fits}}. */
    String in(String statement) {
        return statement.replace("{fits}", FITS);
    }

    <Q extends Query> Q bind(Q query) {
        query.setParameter("kinds", kinds.toArray(String[]::new));
        query.setParameter("themes", themes.toArray(String[]::new));
        query.setParameter("countries", countries.toArray(String[]::new));
        query.setParameter("languages", languages.toArray(String[]::new));
        query.setParameter("years", years.stream().map(String::valueOf).toArray(String[]::new));
        return query;
    }
}
