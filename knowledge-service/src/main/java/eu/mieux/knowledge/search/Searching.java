package eu.mieux.knowledge.search;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Answers questions: the best first, or without words the newest first, with the counts that a caller can narrow by. */
@ApplicationScoped
class Searching {

    // The score is kept as a whole number (millionths), so that a cursor compares exactly; whole words come a tenth
    // ahead
    // of mere beginnings.
    private static final String PAGE = """
            select f.record, f.id, f.key, f.kind, f.title, f.languages, f.day, f.region, f.countries, f.themes,
                   f.action_codes, f.status, f.score, f.sort_day,
                   case when :asked then search_excerpt(f.title, f.body, f.languages, cast(:broad as tsquery))
                        else left(coalesce(nullif(f.body, ''), f.title), 300) end as excerpt
            from (select * from (
                      select d.*, {fits},
                             case when :asked then cast(1000000 * ts_rank(d.vector, cast(:broad as tsquery), 1) as bigint)
                                       + case when d.vector @@ cast(:exact as tsquery) then 100000 else 0 end
                                  else 0 end as score,
                             coalesce(d.day, date '9999-12-31') - date '1970-01-01' as sort_day
                      from {documents} where {condition}) m
                  where kind_fits and theme_fits and country_fits and language_fits and year_fits
                    and (:fromStart or (score, sort_day, id) < (:score, :day, cast(:id as uuid)))
                  order by score desc, sort_day desc, id desc
                  limit :limit) f
            order by f.score desc, f.sort_day desc, f.id desc""";
    private static final String HAS_THE_WORDS = "d.vector @@ cast(:broad as tsquery)";
    private static final UUID NOBODY = new UUID(0, 0);

    private final Session session;
    private final SearchPolicy policy;
    private final Understanding understanding;
    private final FacetCounts facets;

    Searching(Session session, SearchPolicy policy, Understanding understanding, FacetCounts facets) {
        this.session = session;
        this.policy = policy;
        this.understanding = understanding;
        this.facets = facets;
    }

    @Transactional
    SearchView search(Words asked, SearchFilter filter, Cursor from, int limit, Locale language) {
        Documents documents = Documents.inSightOf(policy);
        Understanding.Understood question = understanding.understand(asked, documents);
        boolean hasWords = !asked.isEmpty();
        String condition = hasWords ? HAS_THE_WORDS : "true";
        FacetCounts.Counted counted = facets.count(documents, condition, question, filter, language);
        NativeQuery<Tuple> query = session.createNativeQuery(
                        filter.in(documents.in(PAGE)).replace("{condition}", condition), Tuple.class)
                .setParameter("asked", hasWords)
                .setParameter("broad", question.broad())
                .setParameter("exact", question.exact())
                .setParameter("fromStart", from.isStart())
                .setParameter("score", from.isStart() ? 0L : from.number(0))
                .setParameter("day", from.isStart() ? 0L : from.number(1))
                .setParameter("id", from.isStart() ? NOBODY : from.uuid(2))
                .setParameter("limit", limit + 1);
        List<Tuple> rows = filter.bind(documents.bind(query)).getResultList();
        Page<Tuple> page = Page.of(
                rows, limit, row -> Cursor.at(row.get("score"), row.get("sort_day"), row.get("id", UUID.class)));
        return new SearchView(
                page.items().stream().map(SearchHit::of).toList(),
                page.next(),
                counted.total(),
                question.words().equals(asked) ? null : question.words().toString(),
                counted.facets());
    }
}
