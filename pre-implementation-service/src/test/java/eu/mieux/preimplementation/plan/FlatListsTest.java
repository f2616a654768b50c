package eu.mieux.preimplementation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lists of requests, reading and submitting cost the same, however many requests there are: no statement that the service sends reads
 * the whole table, sorts it, or looks at more rows than a fixed number. On a database of its own, and in one file, since filling that
 * takes a minute.
 */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@TestProfile(FlatListsTest.Explained.class)
class FlatListsTest {

    public static final class Explained implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.driver", ExplainingDriver.class.getName());
        }
    }

    private static final int MANY = 100_000;

    /** Of a list with one filter, in its own order: a page, and little beside it. */
    private static final int FEW = 130;
    /** With several filters, in other orders: a window of the list, or what the filters have in common. */
    private static final int BOUND = 2 * 2_000 + 100;

    private static final List<String> ORDERS = List.of(
            "id",
            "-id",
            "reference",
            "-reference",
            "title",
            "-title",
            "submittedOn",
            "-submittedOn",
            "decidedOn",
            "-decidedOn");
    private static final List<String> ORDERS_OF_OTHERS = List.of("-id", "reference", "-decidedOn");
    private static final List<String> SINGLE = List.of(
            "",
            "status=APPROVED",
            "status=SUBMITTED",
            "status=ON_HOLD",
            "status=DRAFT",
            "status=WITHDRAWN",
            "year=2009",
            "year=2024",
            "year=1999",
            "year=-5",
            "country=" + ManyRequests.FREQUENT_COUNTRY,
            "country=" + ManyRequests.ONE_IN_A_HUNDRED,
            "country=" + ManyRequests.RARE_COUNTRY,
            "country=" + ManyRequests.RARE_COUNTRY_OF_OLD,
            "country=" + ManyRequests.NO_COUNTRY,
            "authority=authority-7",
            "authority=authority-frequent",
            "authority=authority-of-old",
            "authority=nobody",
            "theme=" + ManyRequests.FREQUENT_THEME,
            "theme=" + ManyRequests.THEME_OF_ONE_IN_A_HUNDRED,
            "theme=" + ManyRequests.RARE_THEME_OF_OLD,
            "theme=" + ManyRequests.NO_THEME);
    private static final List<String> SEVERAL = List.of(
            "status=DRAFT&year=2012",
            "status=SUBMITTED&year=2009",
            "status=APPROVED&country=" + ManyRequests.FREQUENT_COUNTRY,
            "status=ON_HOLD&country=" + ManyRequests.ONE_IN_A_HUNDRED,
            "country=BO&authority=authority-frequent",
            "year=2015&authority=authority-7",
            "country=UZ&year=2024",
            "status=SUBMITTED&country=UZ&year=2009&authority=authority-of-old",
            "theme=" + ManyRequests.FREQUENT_THEME + "&country=" + ManyRequests.FREQUENT_COUNTRY,
            "theme=" + ManyRequests.THEME_OF_ONE_IN_A_HUNDRED + "&status=ON_HOLD",
            "theme=" + ManyRequests.THEME_OF_OLD + "&year=2024",
            "theme=" + ManyRequests.THEME_OF_OLD + "&status=SUBMITTED",
            "theme=" + ManyRequests.RARE_THEME_OF_OLD + "&country=UZ&year=2009&authority=authority-of-old");

    private static final Map<String, Supplier<Tokens>> ROLES = Map.of(
            "manager", () -> Tokens.of("manager"),
            "steering member", () -> Tokens.of("steering-member").claim("institution", "INTPA"),
            "officer of most", () -> Tokens.of("officer").claim("regions", List.of("AFRICA_WEST")),
            "officer of few", () -> Tokens.of("officer").claim("regions", List.of("ASIA")),
            "officer of two regions",
                    () -> Tokens.of("officer").claim("regions", List.of("ASIA", "LATIN_AMERICA_CARIBBEAN")),
            "partner", () -> Tokens.of("partner").claim("authority", "authority-7"),
            "partner of old", () -> Tokens.of("partner").claim("authority", "authority-of-old"),
            "delegation", () -> Tokens.of("eu-delegation").claim("countries", List.of("BO")),
            "delegation of old", () -> Tokens.of("eu-delegation").claim("countries", List.of("UZ")),
            "delegation and officer",
                    () -> Tokens.of("officer")
                            .claim("roles", List.of("officer", "eu-delegation"))
                            .claim("regions", List.of("ASIA"))
                            .claim("countries", List.of("KG")));

    private static boolean isFull;

    @Inject
    Config config;

    @BeforeEach
    void fill() throws SQLException {
        if (!isFull) {
            ManyRequests.fill(config, MANY);
            isFull = true;
        }
    }

    @Test
    void whoever_lists_requests_by_whatever_in_whichever_order_has_few_of_them_read() {
        List<String> broken = new ArrayList<>();
        ROLES.forEach((role, tokens) -> {
            String token = tokens.get().token();
            for (String filter : concat(SINGLE, SEVERAL)) {
                for (String order : role.equals("manager") ? ORDERS : ORDERS_OF_OTHERS) {
                    for (Plan plan : plans(token, "sort=%s&%s".formatted(order, filter))) {
                        if (plan.readsAll() || plan.rowsRead() > BOUND || plan.rowsSorted() > BOUND) {
                            broken.add("%s, %s, by %s: %s".formatted(role, filter, order, plan));
                        }
                    }
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    @Test
    void by_one_filter_or_by_ones_rights_alone_little_more_than_the_page_is_read() {
        List<String> broken = new ArrayList<>();
        for (String filter : concat(
                SINGLE, List.of("country=" + ManyRequests.COUNTRY_OF_OLD, "theme=" + ManyRequests.THEME_OF_OLD))) {
            check("manager", "sort=-id&" + filter, broken);
            check("manager", "sort=id&" + filter, broken);
        }
        ROLES.keySet().stream()
                .filter(role -> !role.contains("two") && !role.contains(" and "))
                .forEach(role -> check(role, "sort=-id", broken));
        assertThat(broken).isEmpty();
    }

    private static void check(String role, String query, List<String> broken) {
        for (Plan plan : plans(ROLES.get(role).get().token(), query)) {
            if (plan.readsAll() || plan.rowsRead() > FEW || plan.rowsSorted() > FEW) {
                broken.add("%s, %s: %s".formatted(role, query, plan));
            }
        }
    }

    @Test
    void the_page_after_thousands_of_others_is_read_as_the_first_is() {
        for (String query : List.of(
                "sort=-id&country=CM",
                "sort=-id&theme=LEGISLATION",
                "sort=-id&status=APPROVED",
                "sort=-submittedOn",
                "sort=title")) {
            String token = Tokens.of("manager").token();
            String cursor = "";
            for (int page = 0; page < 20; page++) {
                cursor = "&cursor=" + list(token, query + "&limit=200" + cursor).path("next");
            }
            assertThat(plans(token, query + cursor)).allSatisfy(plan -> {
                assertThat(plan.readsAll()).as(plan.toString()).isFalse();
                assertThat(plan.rowsRead()).as(plan.toString()).isLessThan(FEW);
            });
        }
    }

    @Test
    void page_by_page_the_list_is_what_the_same_question_is_answered_by_plain_sql() throws SQLException {
        String token = Tokens.of("manager").token();
        Map<String, String> filters = Map.of(
                "status=APPROVED&country=CM", "status = 'APPROVED' and countries @> '{CM}'",
                "country=NG&year=2010", "countries @> '{NG}' and extract(year from submitted_on) = 2010",
                "status=ON_HOLD&authority=authority-frequent",
                        "status = 'ON_HOLD' and authority_keys @> '{authority-frequent}'",
                "country=UZ", "countries @> '{UZ}'",
                "theme=POLICY_DEVELOPMENT", "themes @> '{POLICY_DEVELOPMENT}'",
                "theme=ASYLUM&country=CM", "themes @> '{ASYLUM}' and countries @> '{CM}'",
                "theme=ENVIRONMENT&status=APPROVED", "themes @> '{ENVIRONMENT}' and status = 'APPROVED'");
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            for (String order : ORDERS) {
                String cursor = "";
                List<String> listed = new ArrayList<>();
                for (int page = 0; page < 3 && cursor != null; page++) {
                    Response answer = list(
                            token,
                            "limit=23&sort=%s&%s%s"
                                    .formatted(order, filter.getKey(), page == 0 ? "" : "&cursor=" + cursor));
                    listed.addAll(answer.path("items.id"));
                    cursor = answer.path("next");
                }
                assertThat(listed)
                        .as("%s by %s", filter.getKey(), order)
                        .isEqualTo(ManyRequests.ids(config, filter.getValue(), order, 3 * 23));
            }
        }
    }

    @Test
    void the_most_urgent_clocks_are_read_from_an_index() {
        List<String> broken = new ArrayList<>();
        String next = Tokens.as("manager").get("/api/v1/clocks?limit=200").path("next");
        for (String query : List.of(
                "limit=20",
                "promise=MISSED",
                "promise=AT_RISK",
                "promise=KEPT",
                "from=2020-01-01",
                "until=2015-01-01",
                "cursor=" + next)) {
            List<Plan> plans =
                    ExplainingDriver.during(() -> Tokens.as("manager")
                                    .get("/api/v1/clocks?" + query)
                                    .then()
                                    .statusCode(200))
                            .stream()
                            .filter(plan -> plan.sql().contains("from known_clock c join request r"))
                            .filter(plan -> !plan.sql().contains("warned_for"))
                            .toList();
            assertThat(plans).hasSize(2);
            for (Plan plan : plans) {
                if (plan.readsAll() || plan.rowsRead() > FEW || plan.rowsSorted() > FEW) {
                    broken.add("%s: %s".formatted(query, plan));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_request_is_read_by_its_id_and_by_its_reference_from_an_index() {
        for (String name : List.of("00000000-0000-7000-8000-000000000065", "2009-101")) {
            List<Plan> plans = ExplainingDriver.during(() ->
                    Tokens.as("manager").get("/api/v1/requests/" + name).then().statusCode(200));
            assertThat(ofRequests(plans)).isNotEmpty().allSatisfy(plan -> {
                assertThat(plan.readsAll()).as(plan.toString()).isFalse();
                assertThat(plan.rowsRead()).as(plan.toString()).isLessThan(10);
            });
        }
    }

    @Test
    void submitting_reads_its_request_and_the_counter_of_its_year_alone() {
        String id = Given.drafted("BO", "One more");
        List<Plan> plans = ExplainingDriver.during(() ->
                Given.manager().post(Given.requestAt(id, "/submission")).then().statusCode(200));
        assertThat(plans).anyMatch(plan -> plan.sql().contains("reference_counter"));
        assertThat(ofRequests(plans)).isNotEmpty().allSatisfy(plan -> {
            assertThat(plan.readsAll()).as(plan.toString()).isFalse();
            assertThat(plan.rowsRead()).as(plan.toString()).isLessThan(10);
        });
    }

    private static List<Plan> plans(String token, String query) {
        List<Plan> plans = ofRequests(ExplainingDriver.during(() -> list(token, query)));
        assertThat(plans).isNotEmpty();
        return plans;
    }

    /** Others are sent meanwhile, by what the service does on its own. */
    private static List<Plan> ofRequests(List<Plan> plans) {
        return plans.stream()
                .filter(plan -> plan.sql().contains("request ") || plan.sql().contains("request_"))
                .filter(plan -> !plan.sql().contains("review_round n"))
                .toList();
    }

    private static Response list(String token, String query) {
        return Tokens.anonymous()
                .auth()
                .oauth2(token)
                .get("/api/v1/requests?" + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<String> concat(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
