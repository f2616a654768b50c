package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small portfolios full of edges: New Year's days, leap days, nothing stated, codes that change. The same seed gives the same one. */
final class RandomPortfolio {

    static final int FIRST_YEAR = 2014;
    static final int LAST_YEAR = 2018;

    private static final String[] DAYS = {"01-01", "12-31", "02-28", "06-15", "11-30", "03-01", "05-31", "08-31"};
    private static final String[] COUNTRIES = {"BJ", "CM", "AO", "PE", "MD", "KG"};
    private static final String[] ORGANISATIONS = {"ECOWAS", "CARICOM"};
    private static final String[] AIRPORTS = {"BRU", "VIE", "COO", "LIM", "KIV"};

    private final Random random;
    private final FigureCodes codes;
    private final Map<String, List<ObjectNode>> portfolio = new LinkedHashMap<>();

    private RandomPortfolio(long seed, FigureCodes codes) {
        this.random = new Random(seed);
        this.codes = codes;
    }

    static Map<String, List<ObjectNode>> of(long seed, FigureCodes codes) {
        RandomPortfolio made = new RandomPortfolio(seed, codes);
        made.make();
        return made.portfolio;
    }

    private void make() {
        int size = random.nextInt(12);
        for (int i = 0; i < 8; i++) {
            expert(i);
        }
        for (int i = 0; i < size; i++) {
            request(i);
            if (chance(85)) {
                action(i);
            }
            int activities = random.nextInt(4);
            for (int number = 1; number <= activities; number++) {
                activity(i, number);
            }
            evaluation(i, null);
            deliverable(i);
            others(i);
        }
    }

    private void request(int i) {
        add("request")
                .put("reference", code(i))
                .put("title", "Request " + i)
                .put("status", one("APPROVED", "REJECTED", "SUBMITTED"))
                .put("submittedOn", dayOrNull())
                .set("authorityKeys", list());
        last("request").set("countries", list());
        ArrayNode holds = list();
        if (chance(30)) {
            LocalDate since = LocalDate.parse(day());
            holds.addObject()
                    .put("since", since.toString())
                    .put("until", since.plusDays(random.nextInt(90)).toString());
        }
        last("request").set("holds", holds);
        last("request").set("themes", list());
    }

    private void action(int i) {
        ObjectNode action = add("action")
                .put("code", code(i))
                .put("name", "Action " + i)
                .put("region", one(codes.regions()))
                .put("regionalOrganisation", chance(30) ? one(ORGANISATIONS) : null)
                .put("pillar", chance(90) ? one(codes.pillars()) : null)
                .put("launchedOn", dayOrNull())
                .put("completedOn", dayOrNull())
                .put("status", one("COMPLETED", "ONGOING", "CANCELLED"));
        action.set("countries", countries(random.nextInt(3)));
        action.set("themes", list());
    }

    private void activity(int i, int number) {
        add("activity")
                .put("actionCode", code(i))
                .put("number", number)
                .put("title", "Activity")
                .put("type", one(codes.types().subList(0, 3)))
                .put("modality", one(codes.modalities()))
                .put("startsOn", chance(95) ? day() : null)
                .put("status", one("DELIVERED", "DELIVERED", "DELIVERED", "CANCELLED", "PLANNED"))
                .put("participantsFemale", headsOrNull())
                .put("participantsMale", headsOrNull())
                .put("participantsOther", headsOrNull())
                .set("beneficiaryCountries", countries(random.nextInt(3)));
        for (int expert = 0; expert < 8; expert++) {
            if (chance(30)) {
                deployment(i, number, expert);
            }
        }
        evaluation(i, number);
    }

    private void deployment(int i, int number, int expert) {
        add("deployment")
                .put("expertKey", "expert-" + expert)
                .put("actionCode", code(i))
                .put("activityNumber", number)
                .put("startsOn", dayOrNull())
                .put("category", one(codes.categories()))
                .put("background", chance(70) ? one(codes.backgrounds()) : null)
                .put(
                        "status",
                        one("COMPLETED", "COMPLETED", "DEPLOYED", "CONTRACTED", "ACCEPTED", "PROPOSED", "DECLINED"));
    }

    private void expert(int i) {
        if (chance(85)) {
            add("expert")
                    .put("key", "expert-" + i)
                    .put("gender", one("FEMALE", "MALE", "OTHER", "UNDISCLOSED"))
                    .put("category", one(codes.categories()))
                    .put("registeredOn", day());
        }
    }

    private void evaluation(int i, Integer number) {
        for (FigureCodes.Question question : codes.questions()) {
            for (int score = 1; score <= 5; score++) {
                if (chance(25)) {
                    add("evaluation")
                            .put("actionCode", code(i))
                            .put("activityNumber", number)
                            .put("audience", question.audience())
                            .put("question", question.code())
                            .put("score", score)
                            .put("responses", random.nextInt(4))
                            .put("collectedOn", day());
                }
            }
        }
    }

    private void deliverable(int i) {
        add("deliverable")
                .put("actionCode", code(i))
                .put("title", "Deliverable")
                .put("type", "REPORT")
                .put("status", one("HANDED_OVER", "VALIDATED"))
                .put("handedOverOn", dayOrNull())
                .set("languages", list());
    }

    private void others(int i) {
        ObjectNode publication = add("publication")
                .put("key", "publication-" + i)
                .put("title", "Publication")
                .put("kind", one(codes.kinds().subList(0, 3)))
                .put("publishedOn", dayOrNull())
                .put("status", one("PUBLISHED", "PUBLISHED", "DRAFT"));
        publication.set("languages", list());
        publication.set("countries", list());
        publication.set("themes", list());
        add("media-mention").put("key", "media-" + i).put("publishedOn", day());
        add("carbon-offset")
                .put("key", "offset-" + i)
                .put("year", year())
                .put("tonnesCo2e", one("3750", "0.5", "12.25"));
        add("travel-leg")
                .put("key", "leg-" + i)
                .put("travellerKind", one("TEAM", "EXPERT"))
                .put("travellerKey", "traveller-" + random.nextInt(3))
                .put("departedOn", day())
                .put("fromIata", one(AIRPORTS))
                .put("toIata", one(AIRPORTS))
                .put("cabin", "ECONOMY");
        if (i < LAST_YEAR - FIRST_YEAR) {
            add("channel-statistic")
                    .put("year", FIRST_YEAR + i)
                    .put("channel", "website")
                    .put("metric", "users")
                    .put("value", String.valueOf(random.nextInt(1000)));
        }
    }

    private ObjectNode add(String type) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("provenance", one("published", "derived", "illustrative", null));
        portfolio.computeIfAbsent(type, t -> new ArrayList<>()).add(state);
        return state;
    }

    private ObjectNode last(String type) {
        return portfolio.get(type).getLast();
    }

    private static String code(int i) {
        return "2014-%02d".formatted(i + 1);
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(LAST_YEAR - FIRST_YEAR + 1);
    }

    private String day() {
        int year = year();
        return chance(10) ? LocalDate.of(2016, 2, 29).toString() : year + "-" + one(DAYS);
    }

    private String dayOrNull() {
        return chance(80) ? day() : null;
    }

    private Integer headsOrNull() {
        return chance(80) ? Integer.valueOf(random.nextInt(30)) : null;
    }

    private ArrayNode countries(int count) {
        ArrayNode countries = list();
        int first = random.nextInt(COUNTRIES.length);
        for (int i = 0; i < count; i++) {
            countries.add(COUNTRIES[(first + i) % COUNTRIES.length]);
        }
        return countries;
    }

    private static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
