package eu.mieux.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A made-up portfolio of many Activities, all in one year; always the same. */
final class Activities {

    /** The year of all of them; the facility's own history has a report of it as well. */
    static final int YEAR = 2017;

    static final int PER_ACTION = 100;

    private static final String HEADER =
            "action_code,number,type,title,modality,starts_on,ends_on,country,city,beneficiary_countries,status,participants_female,participants_male,participants_other,provenance";
    private static final List<String> TYPES =
            List.of("FACT_FINDING", "WORKSHOP", "TRAINING", "STUDY_VISIT", "REMOTE_SUPPORT");
    private static final List<String> MODALITIES = List.of("ON_SITE", "REMOTE");
    private static final List<String> COUNTRIES = List.of("CM", "SL", "NE", "GH", "CI", "SN", "KE", "MD", "GE", "PH");

    private Activities() {}

    /** Code of the Action with this number, from 1. */
    static String action(int number) {
        return YEAR + "-" + (1000 + number);
    }

    static void requests(Path file, int requests) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance\r\n");
            for (int i = 1; i <= requests; i++) {
                out.write(
                        "%s,%d-01-02,Bench %d,cm-ministry-of-interior-cameroon,CM,BORDER_MANAGEMENT,APPROVED,%d-01-10,,\r\n"
                                .formatted(action(i), YEAR, i, YEAR));
            }
        }
    }

    static void actions(Path file, int actions) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "code,name,objective,region,countries,regional_organisation,pillar,themes,officer,launched_on,completed_on,status,provenance\r\n");
            for (int i = 1; i <= actions; i++) {
                String[] place = place(i);
                out.write("%s,Bench %d,,%s,%s,,IRREGULAR_MIGRATION,BORDER_MANAGEMENT,,%d-01-15,,ONGOING,\r\n"
                        .formatted(action(i), i, place[0], place[1], YEAR));
            }
        }
    }

    private static String[] place(int number) {
        List<String[]> places = List.of(
                new String[] {"AFRICA_CENTRAL_EASTERN_SOUTHERN", "CM"},
                new String[] {"AFRICA_WEST", "SL"},
                new String[] {"AFRICA_WEST", "NE;GH"});
        return places.get(number % places.size());
    }

    /**
     * Writes the Activities of some Actions, a hundred each.
     *
     * @param forCopy whether the beneficiary countries are written as PostgreSQL's COPY takes an array, and not joined by
     *     semicolons as in the exchange format
     */
    static void write(Path file, int firstAction, int activities, boolean forCopy) throws IOException {
        Random chance = new Random(firstAction);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\r\n");
            for (int i = 0; i < activities; i++) {
                LocalDate start = LocalDate.of(YEAR, 1, 1).plusDays(chance.nextInt(360));
                String country = COUNTRIES.get(chance.nextInt(COUNTRIES.size()));
                String other = COUNTRIES.get(chance.nextInt(COUNTRIES.size()));
                String both = country.equals(other) ? country : country + (forCopy ? "," : ";") + other;
                out.write("%s,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%d,%d,%d,\r\n"
                        .formatted(
                                action(firstAction + i / PER_ACTION),
                                1 + i % PER_ACTION,
                                TYPES.get(chance.nextInt(TYPES.size())),
                                "Workshop on document security and travel document inspection",
                                MODALITIES.get(chance.nextInt(MODALITIES.size())),
                                start,
                                start.plusDays(chance.nextInt(5)),
                                country,
                                "Capital",
                                forCopy ? "\"{" + both + "}\"" : both,
                                chance.nextInt(10) == 0 ? "PLANNED" : "DELIVERED",
                                chance.nextInt(30),
                                chance.nextInt(30),
                                chance.nextInt(2)));
            }
        }
    }
}
