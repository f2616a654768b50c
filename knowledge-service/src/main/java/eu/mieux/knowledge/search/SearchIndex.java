package eu.mieux.knowledge.search;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.knowledge.publication.PublicationIndex;
import eu.mieux.knowledge.register.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Writes what publications are found by: their words in every language, and the labels of their codes. */
@ApplicationScoped
class SearchIndex implements PublicationIndex {

    private static final String CODED =
            "select id, kind, region, countries, themes from publication where id = any(cast(:ids as uuid[]))";
    private static final String REFRESH = """
            insert into publication_search (publication_id, content, vector)
            select p.id, search_content(p.title, p.summary, l.labels),
                   search_vector(p.title, p.summary, l.labels, p.body)
            from unnest(cast(:ids as uuid[]), cast(:labels as text[])) as l (id, labels)
            join publication p on p.id = l.id
            on conflict (publication_id) do update set content = excluded.content, vector = excluded.vector""";

    private final Session session;
    private final CodeLists codes;

    SearchIndex(Session session, CodeLists codes) {
        this.session = session;
        this.codes = codes;
    }

    @Override
    public void refresh(Collection<UUID> publications) {
        if (publications.isEmpty()) {
            return;
        }
        session.flush();
        List<Tuple> rows = session.createNativeQuery(CODED, Tuple.class)
                .setParameter("ids", publications.toArray(UUID[]::new))
                .getResultList();
        List<UUID> ids = new ArrayList<>(rows.size());
        List<String> labels = new ArrayList<>(rows.size());
        for (Tuple row : rows) {
            ids.add(row.get("id", UUID.class));
            labels.add(labels(row));
        }
        session.createNativeMutationQuery(REFRESH)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("labels", labels.toArray(String[]::new))
                .executeUpdate();
    }

    private String labels(Tuple row) {
        String region = row.get("region", String.class);
        return Stream.of(
                        Labels.of(codes, "publication-kinds", List.of(row.get("kind", String.class))),
                        Labels.of(codes, "regions", region == null ? List.of() : List.of(region)),
                        Labels.of(codes, "countries", Arrays.asList(row.get("countries", String[].class))),
                        Labels.of(codes, "themes", Arrays.asList(row.get("themes", String[].class))))
                .flatMap(List::stream)
                .collect(Labels.TOGETHER);
    }
}
