package eu.mieux.knowledge.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/**
 * Turns words into what the database looks for. When nothing in the caller's sight has all of the words, those that occur
 * nowhere are taken for typing errors and replaced by the word most like them, again among what the caller may see: a
 * draft's words are not betrayed to those who may not read it.
 */
@ApplicationScoped
class Understanding {

    private static final String ASK = """
            select cast(search_query(cast(:words as text[]), false) as text),
                   cast(search_query(cast(:words as text[]), true) as text)""";
    // The query is a value by then: called in the condition, search_query would run for every row.
    private static final String OCCURS =
            "select exists (select 1 from {documents} where d.vector @@ cast(:broad as tsquery))";
    // Below 0.38 the likeness of trigrams finds "Malawi" for "Mali"; above, it misses "asilum" for "asylum".
    private static final String HOW_LIKE =
            "select set_config('pg_trgm.strict_word_similarity_threshold', '0.38', true)";
    private static final String MOST_LIKE = """
            with asked as materialized (select lower(unaccent(:word)) as word)
            select w.word
            from (select d.content from {documents} where d.content %>> (select word from asked) limit 500) c,
                 regexp_split_to_table(c.content, '\\W+') w (word), asked
            where w.word <> '' and similarity(w.word, asked.word) >= 0.38
            group by w.word, asked.word
            order by similarity(w.word, asked.word) desc, count(*) desc, w.word
            limit 1""";
    private static final int TOO_SHORT_FOR_A_GUESS = 3;

    private final Session session;

    Understanding(Session session) {
        this.session = session;
    }

    /**
     * A question as the database takes it.
     *
     * @param words as asked, or as they were understood
     * @param broad finds them, their inflections, and what begins with them
     * @param exact finds them and their inflections
     */
    record Understood(Words words, String broad, String exact) {}

    Understood understand(Words asked, Documents documents) {
        Understood asAsked = ask(asked);
        return asked.isEmpty() || occurs(asAsked, documents) ? asAsked : ask(corrected(asked, documents));
    }

    private Understood ask(Words words) {
        Object[] queries = session.createNativeQuery(ASK, Object[].class)
                .setParameter("words", words.array())
                .getSingleResult();
        return new Understood(words, String.valueOf(queries[0]), String.valueOf(queries[1]));
    }

    private Words corrected(Words asked, Documents documents) {
        session.createNativeQuery(HOW_LIKE, String.class).getSingleResult();
        List<String> words = new ArrayList<>();
        for (String word : asked.words()) {
            boolean guess = word.length() >= TOO_SHORT_FOR_A_GUESS && !occurs(ask(new Words(List.of(word))), documents);
            words.add(guess ? mostLike(word, documents) : word);
        }
        return new Words(words.stream().distinct().toList());
    }

    private boolean occurs(Understood question, Documents documents) {
        return documents
                .bind(session.createNativeQuery(documents.in(OCCURS), Boolean.class))
                .setParameter("broad", question.broad())
                .getSingleResult();
    }

    private String mostLike(String word, Documents documents) {
        List<String> found = documents
                .bind(session.createNativeQuery(documents.in(MOST_LIKE), String.class))
                .setParameter("word", word)
                .getResultList();
        return found.isEmpty() ? word : found.getFirst();
    }
}
