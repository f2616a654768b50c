package eu.mieux.knowledge.search;

import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ScratchTest {
    @Inject
    io.agroal.api.AgroalDataSource ds;

    @Test
    void large() throws Exception {
        try (var c = ds.getConnection();
                var s = c.createStatement()) {
            s.execute("select setseed(0.5)");
            s.execute("""
                insert into publication (id, version, key, title, kind, languages, published_on, region, countries, themes, action_codes, status)
                select gen_random_uuid(), 1, 'k' || i,
                  (select string_agg((array['migration','asylum','labour','trafficking','border','health','diaspora','integration','return','youth','policy','law','training','workshop','study','visit','consular','crisis','environment','data'])[1 + floor(random()*20)::int], ' ') from generate_series(1, 8) where i = i) || ' n' || i,
                  'ARTICLE', array['en','fr'], date '2010-01-01' + (i % 3650), 'ASIA', array[(array['KZ','BR','MX','GH','CI'])[1 + i % 5]], array['HEALTH','ASYLUM'], '{}', 'PUBLISHED' from generate_series(1, 50000) i""");
            long t = System.nanoTime();
            s.execute("""
                insert into publication_search select id, search_content(title, null, 'Asia Asie Asia Kazakhstan Kazajistan Salud Sante Health Asylum Asile Asilo'),
                search_vector(title, null, 'Asia Asie Asia Kazakhstan Kazajistan Salud Sante Health Asylum Asile Asilo', null) from publication""");
            System.out.println("INDEXED 50000 in ms " + (System.nanoTime() - t) / 1000000);
            s.execute("analyze");
            Documents anonymous = new Documents(Sight.where("p.status = 'PUBLISHED'"), Sight.nothing());
            Documents staff = new Documents(Sight.everything(), Sight.everything());
            for (Documents d : List.of(anonymous, staff))
                for (String e : List.of(
                        "select d.id from {documents} where d.vector @@ cast('''n4711'':*' as tsquery)",
                        "select exists (select 1 from {documents} where d.vector @@ search_query(array['n4711'], false))",
                        "select exists (select 1 from {documents} where d.vector @@ search_query(array['trafiking'], false))",
                        "select d.content from {documents} where d.content %>> lower(unaccent('trafiking')) limit 500")) {
                    System.out.println("PLAN ---- " + e);
                    try (var rs = s.executeQuery("explain analyze " + d.in(e))) {
                        while (rs.next()) System.out.println("PLAN " + rs.getString(1));
                    }
                }
        }
        for (String q : List.of(
                "year=2016",
                "q=trafficking",
                "q=n4711",
                "q=mig",
                "q=trafiking",
                "q=trafiking+kazakstan",
                "q=kazajistan+salud",
                "q=zzzzzzz",
                "country=KZ&year=2015",
                "q=trafficking&country=KZ"))
            for (int k = 0; k < 3; k++) {
                long t = System.nanoTime();
                Response a = Tokens.anonymous().urlEncodingEnabled(false).get("/api/v1/search?" + q);
                System.out.println("SEARCH " + q + " " + a.statusCode() + " total=" + a.path("total") + " instead="
                        + a.path("searchedInstead") + " ms=" + (System.nanoTime() - t) / 1000000);
            }
    }
}
