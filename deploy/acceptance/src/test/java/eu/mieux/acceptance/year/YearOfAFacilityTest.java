package eu.mieux.acceptance.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The year 2023 of a facility, played in a few minutes: thirty requests in three languages, as {@code year/acts.csv} tells them, and
 * every day of every clock as {@code year/days.csv} has it, which was made by hand. One file, for it is one story: each test goes on
 * from where the one before has left the year.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearOfAFacilityTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final LocalDateTime NEW_YEAR = LocalDateTime.parse("2023-01-02T09:00");
    private static final LocalDateTime NEW_YEARS_EVE = LocalDateTime.parse("2023-12-31T12:00");

    /** In the order of days.csv, which is that of the submissions; the last two never were. */
    private static final int SUBMITTED = 28;

    private static final Map<String, String> AUTHORITIES = new HashMap<>();
    private static final Map<String, String> LEADS = new HashMap<>();
    private static final Map<String, String> REQUESTS = new HashMap<>();
    private static final Map<String, JsonPath> CLOCKS = new HashMap<>();
    private static final Map<String, Map<LocalDate, Map<String, Object>>> DAYS = new HashMap<>();
    private static final Set<String> CHECKED = new HashSet<>();

    private static Facility facility;
    private static LocalDateTime now = NEW_YEAR;

    @BeforeAll
    static void the_facility_opens() {
        facility = new Facility(NEW_YEAR);
    }

    @AfterAll
    static void it_closes() {
        facility.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/year/authorities.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '`')
    @Order(1)
    void authorities_of_every_type_are_registered(
            String label, String name, String type, @Nullable String country, @Nullable String regionalOrganisation) {
        Map<String, Object> authority = new HashMap<>(Map.of("name", name, "type", type));
        if (country != null) {
            authority.put("country", country);
        }
        if (regionalOrganisation != null) {
            authority.put("regionalOrganisation", regionalOrganisation);
        }
        Response answer = manager().body(authority).post("/authorities");
        answer.then().statusCode(201);
        AUTHORITIES.put(label, answer.path("key"));
    }

    @ParameterizedTest(name = "{0} {5}")
    @CsvFileSource(resources = "/year/requests.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '`')
    @Order(2)
    void thirty_requests_are_drafted_alone_and_jointly(
            String label, String language, String authorities, String countries, String theme, String title) {
        List<String> asking =
                Stream.of(authorities.split(" ")).map(AUTHORITIES::get).toList();
        LEADS.put(label, asking.getFirst());
        Response answer = partner(label)
                .body(Map.of(
                        "title",
                        title,
                        "problem",
                        title + ".",
                        "support",
                        title + ".",
                        "authorities",
                        asking,
                        "countries",
                        List.of(countries.split(" ")),
                        "themes",
                        List.of(theme),
                        "languages",
                        List.of(language)))
                .post("/requests");
        answer.then().statusCode(201).body("status", equalTo("DRAFT"));
        REQUESTS.put(label, answer.path("id"));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvFileSource(
            resources = "/year/acts.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`',
            commentCharacter = '#')
    @Order(3)
    void the_year_goes_by(String at, String request, String who, String act, @Nullable String body) {
        LocalDateTime time = LocalDateTime.parse(at);
        assertThat(time).as("acts in their order").isAfterOrEqualTo(now);
        if (!time.equals(now)) {
            now = time;
            facility.itIs(now);
        }
        if (act.equals("warned")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(warnings(request)).isEqualTo(Integer.parseInt(body)));
        } else {
            answer(request, someone(who, request), act, body);
        }
    }

    private static void answer(String label, RequestSpecification who, String act, @Nullable String body) {
        String request = "/requests/" + REQUESTS.get(label);
        RequestSpecification sent = body == null ? who : who.body(body);
        switch (act) {
            case "action-fiche" ->
                sent.body(fiche(label, "First draft."))
                        .post(request + "/action-fiche")
                        .then()
                        .statusCode(201);
            case "fiche" -> {
                String fiche = "/action-fiches/" + reference(label);
                sent.header("If-Match", manager().get(fiche).header("ETag"))
                        .body(fiche(label, "The risks are another."))
                        .put(fiche)
                        .then()
                        .statusCode(200);
            }
            case "action/launch" -> {
                String action = "/actions/" + reference(label);
                await().atMost(SOON).until(() -> manager().get(action).statusCode() == 200);
                sent.post(action + "/launch").then().statusCode(200);
            }
            case "holds/1" ->
                sent.header("If-Match", manager().get(request).header("ETag"))
                        .put(request + "/holds/1")
                        .then()
                        .statusCode(200);
            default -> {
                String path = act.startsWith("fiche/")
                        ? act.replaceFirst("fiche", "/action-fiches/" + reference(label))
                        : request + "/" + act;
                sent.post(path).then().statusCode(200);
            }
        }
    }

    private static Map<String, Object> fiche(String label, String context) {
        String country = manager().get("/requests/" + REQUESTS.get(label)).path("countries[0]");
        String region = country.equals("CR") ? "LATIN_AMERICA_CARIBBEAN" : "AFRICA_CENTRAL_EASTERN_SOUTHERN";
        return Map.of(
                "region",
                region,
                "pillar",
                "IRREGULAR_MIGRATION",
                "themes",
                List.of("BORDER_MANAGEMENT"),
                "objective",
                "Officials know how.",
                "context",
                context,
                "activities",
                List.of(Map.of(
                        "number",
                        1,
                        "type",
                        "TRAINING",
                        "title",
                        "Training",
                        "modality",
                        "ON_SITE",
                        "country",
                        country)));
    }

    @Test
    @Order(4)
    void references_count_up_in_the_order_of_submission() {
        facility.itIs(NEW_YEARS_EVE);
        for (int number = 1; number <= SUBMITTED; number++) {
            String label = "%02d".formatted(number);
            assertThat(reference(label)).isEqualTo("2023-" + label);
        }
        assertThat(reference("29")).isNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/year/clocks.csv", numLinesToSkip = 1, delimiter = '|')
    @Order(5)
    void each_clock_says_at_the_end_of_the_year_what_was_used_of_its_three_months(
            String label,
            String state,
            int daysUsed,
            int daysOnHold,
            @Nullable String dueOn,
            @Nullable Integer daysLeft,
            @Nullable String promise) {
        JsonPath clock = clock(label);
        assertThat(clock.getString("state")).isEqualTo(state);
        assertThat(clock.getInt("daysUsed")).isEqualTo(daysUsed);
        assertThat(clock.getInt("daysOnHold")).isEqualTo(daysOnHold);
        assertThat(clock.getString("dueOn")).isEqualTo(dueOn);
        assertThat(clock.<Integer>get("daysLeft")).isEqualTo(daysLeft);
        assertThat(clock.getString("promise")).isEqualTo(promise);
        assertThat(days(label)).hasSize(daysUsed + daysOnHold);
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvFileSource(resources = "/year/days.csv", numLinesToSkip = 1, delimiter = '|')
    @Order(6)
    void every_day_of_every_clock_is_as_the_table_made_by_hand_has_it(
            String label, LocalDate from, LocalDate until, String step, String counted, String turn) {
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            assertThat(days(label).get(day))
                    .as("%s on %s", label, day)
                    .containsEntry("step", step)
                    .containsEntry("counted", counted.equals("yes"))
                    .containsEntry("turn", List.of(turn.split(" ")));
            assertThat(CHECKED.add(label + day))
                    .as("%s on %s twice", label, day)
                    .isTrue();
        }
    }

    @Test
    @Order(7)
    void no_day_is_missing_in_the_table() {
        assertThat(CHECKED).hasSize(DAYS.values().stream().mapToInt(Map::size).sum());
    }

    @Test
    @Order(8)
    void running_requests_are_listed_by_urgency() {
        List<String> listed = manager()
                .get("/clocks?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.reference");
        assertThat(listed)
                .containsExactly(Stream.of(
                                "04", "08", "07", "09", "11", "12", "14", "17", "18", "19", "20", "21", "23", "24",
                                "25", "26", "27", "13", "28")
                        .map(label -> "2023-" + label)
                        .toArray(String[]::new));
    }

    @Test
    @Order(9)
    void the_year_is_told_in_figures() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath report = manager()
                    .get("/annual-reports/2023")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(figure(report, "requests.new")).isEqualTo("28");
            assertThat(figure(report, "actions.launched")).isEqualTo("2");
            assertThat(figure(report, "response.median-days")).isEqualTo("81.5");
            assertThat(figure(report, "response.within-three-months")).isEqualTo("100.0");
        });
        JsonPath year = manager().get("/clocks/years").jsonPath();
        assertThat(year.getInt("items[0].launched")).isEqualTo(2);
        assertThat(year.getInt("items[0].withinThreeMonths")).isEqualTo(2);
        assertThat(year.getString("items[0].share")).isEqualTo("100.0");
        List<Map<String, Object>> records = manager()
                .get("/annual-reports/2023/figures/response.within-three-months/records")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(records).hasSize(2);
    }

    private static String figure(JsonPath report, String id) {
        return report.getString("figures.find { it.id == '%s' }.value".formatted(id));
    }

    private static JsonPath clock(String label) {
        return CLOCKS.computeIfAbsent(
                label,
                _ -> manager()
                        .get("/requests/" + REQUESTS.get(label) + "/clock")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath());
    }

    private static Map<LocalDate, Map<String, Object>> days(String label) {
        return DAYS.computeIfAbsent(label, _ -> {
            Map<LocalDate, Map<String, Object>> days = new HashMap<>();
            String next = "";
            do {
                JsonPath page = manager()
                        .get("/requests/" + REQUESTS.get(label) + "/clock/days?limit=200&cursor=" + next)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                List<Map<String, Object>> items = new ArrayList<>(page.getList("items"));
                items.forEach(day -> days.put(LocalDate.parse((String) day.get("day")), day));
                next = page.getString("next");
            } while (next != null);
            return days;
        });
    }

    private static int warnings(String label) {
        List<String> happened = as("auditor")
                .get("/requests/" + REQUESTS.get(label) + "/history?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.what");
        return Math.toIntExact(
                happened.stream().filter("request-clock-at-risk"::equals).count());
    }

    private static @Nullable String reference(String label) {
        return manager().get("/requests/" + REQUESTS.get(label)).path("reference");
    }

    private static RequestSpecification someone(String who, String label) {
        if (who.startsWith("EUD-")) {
            return as("eu-delegation", "--country", who.substring("EUD-".length()));
        }
        return switch (who) {
            case "partner" -> partner(label);
            case "officer" ->
                as(
                        "officer",
                        "--region=AFRICA_CENTRAL_EASTERN_SOUTHERN",
                        "--region=AFRICA_WEST",
                        "--region=ASIA",
                        "--region=EU_NEIGHBOURHOOD",
                        "--region=LATIN_AMERICA_CARIBBEAN");
            case "manager", "auditor" -> as(who);
            default -> as("steering-member", "--institution", who);
        };
    }

    private static RequestSpecification partner(String label) {
        return as("partner", "--authority", LEADS.get(label));
    }

    private static RequestSpecification manager() {
        return as("manager");
    }

    private static RequestSpecification as(String... role) {
        return facility.as(role);
    }
}
