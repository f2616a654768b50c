package eu.mieux.knowledge.search;

import eu.mieux.chassis.identity.Sight;
import jakarta.persistence.Query;

/** Everything that a caller may find, as a table {@code d} for a {@code from}. */
record Documents(Sight publications, Sight deliverables) {

    private static final String PUBLICATIONS = """
            select cast('publication' as text) as record, p.id, p.key, p.kind, p.title,
                   concat_ws(' ', p.summary, p.body) as body, p.languages, p.published_on as day, p.region,
                   p.countries, p.themes, p.action_codes, p.status, s.content, s.vector
            from publication p join publication_search s on s.publication_id = p.id
            where\s""";
    private static final String DELIVERABLES = """
            select cast('deliverable' as text), d.id, cast(null as text), d.type, d.title,
                   cast('' as text), d.languages, d.handed_over_on, a.region,
                   coalesce(a.countries, '{}'), coalesce(a.themes, '{}'), array[d.action_code], d.status, d.content,
                   d.vector
            from known_deliverable d left join known_action a on a.code = d.action_code
            where d.status = 'HANDED_OVER' and\s""";

    static Documents inSightOf(SearchPolicy policy) {
        return new Documents(policy.publications(), policy.deliverables());
    }

    /** The statement with the table in the place of {@code {documents}}. */
    String in(String statement) {
        String table =
                "(" + PUBLICATIONS + publications.sql() + " union all " + DELIVERABLES + deliverables.sql() + ") d";
        return statement.replace("{documents}", table);
    }

    <Q extends Query> Q bind(Q query) {
        return deliverables.bind(publications.bind(query));
    }
}
