package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** Reads the rows of the report statements into base figures, named as in the figure catalogue where they are figures themselves. */
final class Tallying {

    /** Years before the report's own that its figures look back on: last year, and the year before that for last year's growth. */
    static final int LOOK_BACK = 2;

    private final int reportYear;
    private final Map<String, String> groupOfRegion;
    private final Distances distances;
    private final Tallies into;

    Tallying(int reportYear, Map<String, String> groupOfRegion, Distances distances, Tallies into) {
        this.reportYear = reportYear;
        this.groupOfRegion = groupOfRegion;
        this.distances = distances;
        this.into = into;
    }

    void read(FigureSource source, Row row) throws SQLException {
        switch (source) {
            case REQUESTS -> {
                into.count(row.year(), "requests.new", row.records(), row.illustrative());
                cumulate(row.year(), "requests.cumulative", row.records(), row.illustrative());
            }
            case ACTIONS -> actions(row);
            case RESPONSES -> responses(row);
            case ACTIVITIES -> activities(row);
            case BENEFICIARIES -> beneficiaries(row);
            case EXPERTS -> experts(row);
            case ROSTER -> cumulate(row.year(), "experts.roster", row.records(), row.illustrative());
            case SATISFACTION -> satisfaction(row);
            case DELIVERABLES -> into.count(row.year(), "deliverables.handed-over", row.records(), row.illustrative());
            case PUBLICATIONS -> {
                into.count(row.year(), "publications.total", row.records(), row.illustrative());
                into.count(row.year(), "publications.kind." + row.code("kind"), row.records(), row.illustrative());
            }
            case MEDIA -> into.count(row.year(), "media.mentions", row.records(), row.illustrative());
            case CHANNELS ->
                into.add(
                        row.year(),
                        "channel." + row.code("channel") + "." + row.code("metric"),
                        new Tally(row.number("value"), 1, row.is("illustrative") ? 1 : 0));
            case TRAVEL -> travel(row);
            case TRAVELLERS -> into.count(row.year(), "travel.team-travellers", row.integer("travellers"), 0);
            case OFFSETS ->
                into.add(
                        row.year(),
                        "carbon.offset-tonnes",
                        new Tally(row.number("tonnes"), row.records(), row.illustrative()));
        }
    }

    /** Adds to every year of the report from the one given on. */
    private void cumulate(int from, String base, long records, long illustrative) {
        for (int year = Math.max(from, reportYear - LOOK_BACK); year <= reportYear; year++) {
            into.count(year, base, records, illustrative);
        }
    }

    private void actions(Row row) throws SQLException {
        Integer launched = row.integerOrNull("launched");
        Integer completed = row.integerOrNull("completed");
        if (launched != null) {
            into.count(launched, "actions.launched", row.records(), row.illustrative());
            cumulate(launched, "actions.cumulative", row.records(), row.illustrative());
            for (int year = Math.max(launched, reportYear - LOOK_BACK); year <= reportYear; year++) {
                if (completed == null || completed >= year) {
                    into.count(year, "actions.running", row.records(), row.illustrative());
                }
            }
        }
        if (completed != null && row.is("is_completed")) {
            into.count(completed, "actions.completed", row.records(), row.illustrative());
        }
    }

    private void responses(Row row) throws SQLException {
        into.count(row.year(), "response.launched", row.records(), row.illustrative());
        into.observe(row.year(), "response.launched", row.integer("days"), row.records());
        if (row.is("within_three_months")) {
            into.count(row.year(), "response.in-time", row.records(), row.illustrative());
        }
    }

    private void activities(Row row) throws SQLException {
        int year = row.year();
        String region = row.code("region");
        count(row, "activities.total");
        count(row, "activities.region." + region);
        if (groupOfRegion.containsKey(region)) {
            count(row, "activities.region." + groupOfRegion.get(region));
        }
        count(row, "activities.type." + row.code("type"));
        count(row, "activities.modality." + row.code("modality"));
        count(row, "activities.pillar." + row.code("pillar"));
        BigDecimal female = row.number("female");
        BigDecimal male = row.number("male");
        BigDecimal other = row.number("other");
        into.add(year, "participants.female", new Tally(female, row.records(), row.illustrative()));
        into.add(year, "participants.male", new Tally(male, row.records(), row.illustrative()));
        into.add(year, "participants.other", new Tally(other, row.records(), row.illustrative()));
        into.add(year, "participants.total", new Tally(female.add(male).add(other), row.records(), row.illustrative()));
    }

    private void count(Row row, String base) throws SQLException {
        into.count(row.year(), base, row.records(), row.illustrative());
    }

    private void beneficiaries(Row row) throws SQLException {
        long illustrative = row.is("illustrative") ? 1 : 0;
        switch (row.code("kind")) {
            case "country" -> {
                into.count(row.year(), "beneficiaries.countries", 1, illustrative);
                into.count(row.year(), "beneficiaries.total", 1, illustrative);
            }
            case "organisation" -> {
                into.count(row.year(), "beneficiaries.organisations", 1, illustrative);
                into.count(row.year(), "beneficiaries.total", 1, illustrative);
            }
            case "national" -> into.count(row.year(), "beneficiaries.national." + row.code("region"), 1, illustrative);
            default -> throw new IllegalStateException("Unexpected kind of beneficiary " + row.code("kind"));
        }
    }

    private void experts(Row row) throws SQLException {
        int debut = row.integer("debut");
        if (row.is("latest")) {
            engaged(row, debut);
        }
        Integer year = row.integerOrNull("year");
        if (year == null) {
            return;
        }
        String category = row.code("category");
        count(row, "experts.deployed");
        count(row, "experts.deployed.gender." + row.code("gender"));
        count(row, "experts.deployed.category." + category);
        if (category.equals("OTHER")) {
            count(row, "experts.deployed.background." + row.code("background"));
        }
        if (debut == year) {
            count(row, "experts.deployed.newcomers");
        }
    }

    private void engaged(Row row, int debut) throws SQLException {
        Integer trueDebut = row.integerOrNull("true_debut");
        for (int year = Math.max(debut, reportYear - LOOK_BACK); year <= reportYear; year++) {
            boolean illustrative = trueDebut == null || trueDebut > year;
            into.count(year, "experts.deployed.cumulative", row.records(), illustrative ? row.records() : 0);
        }
    }

    private void satisfaction(Row row) throws SQLException {
        String question = row.code("audience").toLowerCase(Locale.ROOT) + "." + row.code("question");
        into.add(
                row.year(),
                "responses." + question,
                new Tally(row.number("responses"), row.records(), row.illustrative()));
        into.add(
                row.year(),
                "good-responses." + question,
                new Tally(row.number("good"), row.records(), row.illustrative()));
    }

    private void travel(Row row) throws SQLException {
        String traveller = row.code("traveller_kind").equals("TEAM") ? "team" : "experts";
        BigDecimal route = BigDecimal.valueOf(distances.kilometres(row.code("from_iata"), row.code("to_iata")));
        into.add(
                row.year(),
                "travel.kilometres." + traveller,
                new Tally(route.multiply(BigDecimal.valueOf(row.records())), row.records(), row.illustrative()));
    }
}
