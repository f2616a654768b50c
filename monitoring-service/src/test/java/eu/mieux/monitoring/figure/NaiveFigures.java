package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figure catalogue once more, read slowly and naively off the records in memory: loops over lists, no SQL. Written
 * from the definitions, not from the code that it checks. One file, in the catalogue's order, so that it can be read beside it.
 */
final class NaiveFigures extends NaiveRecords {

    private static final Set<String> DEPLOYED = Set.of("ACCEPTED", "CONTRACTED", "DEPLOYED", "COMPLETED");

    private final FigureCodes codes;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final int year;

    private NaiveFigures(Map<String, List<ObjectNode>> portfolio, FigureCodes codes, int year) {
        super(portfolio);
        this.codes = codes;
        this.year = year;
    }

    /** Shown values by figure id; "null" where undefined. */
    static Map<String, String> of(Map<String, List<ObjectNode>> portfolio, FigureCodes codes, int year) {
        NaiveFigures figures = new NaiveFigures(portfolio, codes, year);
        figures.processes();
        figures.activities();
        figures.beneficiaries();
        figures.participants();
        figures.experts();
        figures.satisfaction();
        figures.outcomes();
        return figures.values;
    }

    private void processes() {
        count("requests.new", all("request").filter(in("submittedOn", year)).count());
        count(
                "requests.cumulative",
                all("request").filter(upTo("submittedOn", year)).count());
        count("actions.launched", all("action").filter(in("launchedOn", year)).count());
        count(
                "actions.cumulative",
                all("action").filter(upTo("launchedOn", year)).count());
        count(
                "actions.completed",
                all("action")
                        .filter(is("status", "COMPLETED"))
                        .filter(in("completedOn", year))
                        .count());
        count(
                "actions.running",
                all("action")
                        .filter(upTo("launchedOn", year))
                        .filter(a -> a.path("completedOn").isNull()
                                || date(a, "completedOn").getYear() >= year)
                        .count());
        List<Long> days = new ArrayList<>();
        int inTime = 0;
        for (JsonNode action : all("action").filter(in("launchedOn", year)).toList()) {
            JsonNode request = all("request")
                    .filter(is("reference", text(action, "code")))
                    .findFirst()
                    .orElseThrow();
            LocalDate submitted = date(request, "submittedOn");
            if (submitted != null) {
                LocalDate launched = date(action, "launchedOn");
                days.add(launched.toEpochDay() - submitted.toEpochDay());
                inTime += launched.isAfter(submitted.plusMonths(3).plusDays(daysOnHold(request, submitted, launched)))
                        ? 0
                        : 1;
            }
        }
        days.sort(Comparator.naturalOrder());
        int n = days.size();
        ratio("response.median-days", n == 0 ? 0 : days.get((n - 1) / 2) + days.get(n / 2), n == 0 ? 0 : 2, 1);
        percent("response.within-three-months", inTime, n);
    }

    private static long daysOnHold(JsonNode request, LocalDate submitted, LocalDate launched) {
        long days = 0;
        for (JsonNode hold : request.path("holds")) {
            LocalDate since = date(hold, "since");
            LocalDate until = date(hold, "until");
            for (LocalDate day = since; day.isBefore(until); day = day.plusDays(1)) {
                days += day.isBefore(submitted) || !day.isBefore(launched) ? 0 : 1;
            }
        }
        return days;
    }

    private void activities() {
        List<JsonNode> now = counted(year);
        List<JsonNode> before = counted(year - 1);
        count("activities.total", now.size());
        growth("activities.growth", now.size(), before.size());
        for (String region : codes.regions()) {
            Predicate<JsonNode> there = a -> region.equals(text(action(a), "region"));
            count("activities.region." + region, count(now, there));
            growth("activities.growth." + region, count(now, there), count(before, there));
        }
        Predicate<JsonNode> africa =
                a -> String.valueOf(text(action(a), "region")).startsWith("AFRICA");
        count("activities.region.AFRICA", count(now, africa));
        growth("activities.growth.AFRICA", count(now, africa), count(before, africa));
        codes.types().forEach(type -> count("activities.type." + type, count(now, is("type", type))));
        codes.modalities().forEach(m -> count("activities.modality." + m, count(now, is("modality", m))));
        for (String pillar : codes.pillars()) {
            long there = count(now, a -> pillar.equals(text(action(a), "pillar")));
            count("activities.pillar." + pillar, there);
            percent("activities.pillar-share." + pillar, there, now.size());
        }
    }

    private void beneficiaries() {
        Set<String> countries = new TreeSet<>();
        Set<String> organisations = new TreeSet<>();
        Map<String, Set<String>> national = new HashMap<>();
        for (JsonNode activity : counted(year)) {
            JsonNode action = action(activity);
            JsonNode named = activity.path("beneficiaryCountries");
            (named.isEmpty() ? action.path("countries") : named).forEach(c -> countries.add(c.asText()));
            String organisation = text(action, "regionalOrganisation");
            if (organisation != null) {
                organisations.add(organisation);
            } else if (action.path("countries").size() == 1) {
                national.computeIfAbsent(text(action, "region"), r -> new TreeSet<>())
                        .add(action.path("countries").get(0).asText());
            }
        }
        count("beneficiaries.countries", countries.size());
        count("beneficiaries.organisations", organisations.size());
        count("beneficiaries.total", countries.size() + organisations.size());
        for (String region : codes.regions()) {
            count(
                    "beneficiaries.national." + region,
                    national.getOrDefault(region, Set.of()).size());
        }
    }

    private void participants() {
        long female = sum(counted(year), "participantsFemale");
        long male = sum(counted(year), "participantsMale");
        long other = sum(counted(year), "participantsOther");
        count("participants.total", female + male + other);
        count("participants.female", female);
        count("participants.male", male);
        count("participants.other", other);
        percent("participants.female-share", female, female + male + other);
        percent("participants.male-share", male, female + male + other);
    }

    private void experts() {
        Map<String, JsonNode> first = new LinkedHashMap<>();
        Set<String> earlier = new TreeSet<>();
        all("deployment")
                .filter(d -> DEPLOYED.contains(text(d, "status")))
                .sorted(Comparator.comparing((JsonNode d) -> String.valueOf(text(d, "startsOn")))
                        .thenComparing(d -> text(d, "actionCode"))
                        .thenComparingInt(d -> d.path("activityNumber").asInt()))
                .forEach(deployment -> {
                    JsonNode activity = all("activity")
                            .filter(a -> text(a, "actionCode").equals(text(deployment, "actionCode")))
                            .filter(a -> a.path("number").equals(deployment.path("activityNumber")))
                            .findFirst()
                            .orElseThrow();
                    if (!is("status", "DELIVERED").test(activity) || date(activity, "startsOn") == null) {
                        return;
                    }
                    String expert = text(deployment, "expertKey");
                    if (date(activity, "startsOn").getYear() == year) {
                        first.putIfAbsent(expert, deployment);
                    } else if (date(activity, "startsOn").getYear() < year) {
                        earlier.add(expert);
                    }
                });
        count("experts.deployed", first.size());
        for (String gender : List.of("FEMALE", "MALE")) {
            long such = first.keySet().stream()
                    .filter(key -> all("expert")
                            .anyMatch(e -> is("key", key).test(e)
                                    && is("gender", gender).test(e)))
                    .count();
            percent("experts.deployed." + gender.toLowerCase(Locale.ROOT) + "-share", such, first.size());
        }
        List<JsonNode> deployments = List.copyOf(first.values());
        for (String category : codes.categories()) {
            count("experts.deployed.category." + category, count(deployments, is("category", category)));
            percent(
                    "experts.deployed.category-share." + category,
                    count(deployments, is("category", category)),
                    first.size());
        }
        for (String background : codes.backgrounds()) {
            count(
                    "experts.deployed.background." + background,
                    count(deployments, is("category", "OTHER").and(is("background", background))));
        }
        count(
                "experts.deployed.newcomers",
                first.keySet().stream().filter(e -> !earlier.contains(e)).count());
        count(
                "experts.deployed.cumulative",
                Stream.concat(first.keySet().stream(), earlier.stream())
                        .distinct()
                        .count());
        long roster = all("expert").filter(upTo("registeredOn", year)).count();
        count("experts.roster", roster);
        growth(
                "experts.roster-growth",
                roster,
                all("expert").filter(upTo("registeredOn", year - 1)).count());
    }

    private void satisfaction() {
        Set<String> counted = counted(year).stream()
                .map(a -> text(a, "actionCode") + "/" + a.path("number").asInt())
                .collect(Collectors.toSet());
        for (FigureCodes.Question question : codes.questions()) {
            List<JsonNode> answers = all("evaluation")
                    .filter(is("audience", question.audience()).and(is("question", question.code())))
                    .filter(e -> e.path("activityNumber").isNull()
                            ? date(e, "collectedOn").getYear() == year
                            : counted.contains(text(e, "actionCode") + "/"
                                    + e.path("activityNumber").asInt()))
                    .toList();
            long good = sum(
                    answers.stream().filter(e -> e.path("score").asInt() >= 4).toList(), "responses");
            percent(
                    "satisfaction." + question.audience().toLowerCase(Locale.ROOT) + "." + question.code(),
                    good,
                    sum(answers, "responses"));
        }
    }

    private void outcomes() {
        count(
                "deliverables.handed-over",
                all("deliverable")
                        .filter(is("status", "HANDED_OVER"))
                        .filter(in("handedOverOn", year))
                        .count());
        List<JsonNode> published = all("publication")
                .filter(is("status", "PUBLISHED"))
                .filter(in("publishedOn", year))
                .toList();
        count("publications.total", published.size());
        codes.kinds().forEach(kind -> count("publications.kind." + kind, count(published, is("kind", kind))));
        count(
                "media.mentions",
                all("media-mention").filter(in("publishedOn", year)).count());
        for (JsonNode statistic : all("channel-statistic")
                .filter(s -> s.path("year").asInt() == year)
                .toList()) {
            values.put(
                    "channel." + text(statistic, "channel") + "." + text(statistic, "metric"),
                    text(statistic, "value"));
        }
        BigDecimal tonnes = all("carbon-offset")
                .filter(o -> o.path("year").asInt() == year)
                .map(o -> new BigDecimal(text(o, "tonnesCo2e")))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
        values.put("carbon.offset-tonnes", tonnes.toPlainString());
        double team = kilometres("TEAM", year);
        long travellers = all("travel-leg")
                .filter(is("travellerKind", "TEAM"))
                .filter(in("departedOn", year))
                .map(leg -> text(leg, "travellerKey"))
                .distinct()
                .count();
        count("travel.kilometres.team", Math.round(team));
        count("travel.kilometres.experts", Math.round(kilometres("EXPERT", year)));
        values.put(
                "travel.air-miles-per-team-member",
                travellers == 0 ? "null" : String.valueOf(Math.round(team / 1.609344 / travellers)));
    }

    private void count(String id, long count) {
        values.put(id, String.valueOf(count));
    }

    private void percent(String id, long part, long whole) {
        ratio(id, 100 * part, whole, 1);
    }

    private void growth(String id, long now, long before) {
        ratio(id, 100 * (now - before), before, 1);
    }

    private void ratio(String id, long numerator, long denominator, int decimals) {
        values.put(
                id,
                denominator == 0
                        ? "null"
                        : BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP)
                                .toPlainString());
    }
}
