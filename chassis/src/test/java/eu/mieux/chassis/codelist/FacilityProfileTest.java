package eu.mieux.chassis.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile that the suite ships holds what the portfolio format and the rules of the facility promise. */
class FacilityProfileTest {

    private static final CodeLists LISTS = Profiles.facility();

    /** The codes of the portfolio exchange format, version 1: exactly these. */
    private static final Map<String, String> PORTFOLIO_CODES = Map.ofEntries(
            Map.entry(
                    "authority-types",
                    "CENTRAL_GOVERNMENT REGIONAL_ORGANISATION LOCAL_AUTHORITY OMBUDSPERSON PARLIAMENT JUDICIARY CIVIL_SOCIETY"),
            Map.entry("request-statuses", "DRAFT SUBMITTED UNDER_REVIEW APPROVED REJECTED ON_HOLD WITHDRAWN"),
            Map.entry(
                    "regions",
                    "AFRICA_CENTRAL_EASTERN_SOUTHERN AFRICA_WEST ASIA EU_NEIGHBOURHOOD LATIN_AMERICA_CARIBBEAN INTERREGIONAL"),
            Map.entry(
                    "pillars",
                    "LEGAL_MIGRATION IRREGULAR_MIGRATION INTERNATIONAL_PROTECTION MIGRATION_AND_DEVELOPMENT HORIZONTAL"),
            Map.entry(
                    "themes",
                    "LABOUR_MIGRATION INTEGRATION REGULARISATION TRAFFICKING_AND_SMUGGLING IRREGULAR_MIGRATION MIGRATION_AND_YOUTH"
                            + " BORDER_MANAGEMENT DOCUMENT_SECURITY RETURN_AND_READMISSION ASYLUM UNACCOMPANIED_MINORS"
                            + " MIGRATION_AND_DEVELOPMENT DIASPORA_ENGAGEMENT POLICY_DEVELOPMENT LEGISLATION DATA_MANAGEMENT"
                            + " COMMUNICATION QUALITY_MANAGEMENT HUMAN_RIGHTS ENVIRONMENT HEALTH CONSULAR_AFFAIRS CRISIS_MANAGEMENT"
                            + " LOCAL_MIGRATION_MANAGEMENT CAPACITY_DEVELOPMENT"),
            Map.entry("action-statuses", "PREPARATION ONGOING ON_HOLD COMPLETED CANCELLED"),
            Map.entry(
                    "activity-types",
                    "ASSESSMENT FACT_FINDING DRAFTING_SESSION INFORMATION_SESSION THEMATIC_SESSION WORKSHOP TRAINING"
                            + " TRAINING_OF_TRAINERS STUDY_VISIT REMOTE_SUPPORT PRESENTATION CONSULTATION CONFERENCE WEBINAR"
                            + " LEGISLATIVE_REVIEW SIMULATION_EXERCISE"),
            Map.entry("modalities", "ON_SITE REMOTE HYBRID"),
            Map.entry("activity-statuses", "PLANNED CONFIRMED DELIVERED POSTPONED CANCELLED"),
            Map.entry("genders", "FEMALE MALE OTHER UNDISCLOSED"),
            Map.entry("expert-categories", "EU_MEMBER_STATE_ADMINISTRATION SOUTHERN_ADMINISTRATION ICMPD OTHER"),
            Map.entry("backgrounds", "ACADEMIA CIVIL_SOCIETY PRIVATE INTERNATIONAL_ORGANISATION"),
            Map.entry("audiences", "AUTHORITY PARTICIPANT EXPERT"),
            Map.entry("questions", "overall-experience skills-enhanced job-difference peer-exchange-beneficial"),
            Map.entry(
                    "deliverable-types",
                    "POLICY STRATEGY ACTION_PLAN LEGISLATION HANDBOOK GUIDELINES SOP CURRICULUM TRAINING_MATERIAL REPORT STUDY"
                            + " PROTOCOL ROADMAP COMMUNICATION_MATERIAL DATASET TOOL"),
            Map.entry("deliverable-statuses", "DRAFTING VALIDATED HANDED_OVER"),
            Map.entry(
                    "publication-kinds",
                    "REGIONAL_FACTSHEET THEMATIC_FACTSHEET ANNUAL_REPORT CASE_STUDY HANDBOOK ARTICLE INTERVIEW STUDY"
                            + " KNOWLEDGE_SHEET VIDEO COURSE PRESS_RELEASE"),
            Map.entry("traveller-kinds", "TEAM EXPERT"),
            Map.entry("cabins", "ECONOMY PREMIUM_ECONOMY BUSINESS"),
            Map.entry("provenances", "published derived illustrative"),
            Map.entry("verdicts", "REPRODUCED MISPRINT NOT_REPRODUCIBLE"));

    @Test
    void every_code_of_the_portfolio_format_is_there_and_no_other() {
        PORTFOLIO_CODES.forEach((list, codes) ->
                assertThat(LISTS.list(list).codes()).as(list).containsExactlyInAnyOrder(codes.split(" ")));
    }

    @Test
    void the_facility_lives_by_the_time_of_brussels_and_speaks_three_languages() {
        assertThat(LISTS.facility().zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(LISTS.facility().languages()).extracting(Locale::getLanguage).containsExactly("en", "fr", "es");
    }

    @Test
    void every_row_has_a_label_in_every_language() {
        for (CodeList list : LISTS.all()) {
            assertThat(list.rows()).as(list.name()).isNotEmpty();
            assertThat(list.rows()).as(list.name()).allSatisfy(row -> {
                boolean properName = row.labels().size() == 1;
                assertThat(properName || row.labels().keySet().equals(Set.of("en", "fr", "es")))
                        .as(row.code())
                        .isTrue();
                assertThat(row.labels().values()).noneMatch(String::isBlank);
            });
        }
    }

    @Test
    void no_code_holds_twice_on_any_day() {
        for (CodeList list : LISTS.all()) {
            for (String code : list.codes()) {
                List<Code> rows = list.rows().stream()
                        .filter(row -> row.code().equals(code))
                        .toList();
                for (int i = 1; i < rows.size(); i++) {
                    assertThat(rows.get(i).validity().overlaps(rows.get(i - 1).validity()))
                            .as("%s of %s", code, list.name())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_country_of_iso_3166_is_there_with_a_place_on_the_map() {
        Set<String> expected = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        expected.add("XK");
        assertThat(LISTS.list("countries").codes()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(LISTS.list("countries").rows()).allSatisfy(country -> {
            assertThat(country.number("latitude").abs()).isLessThanOrEqualTo(new BigDecimal(90));
            assertThat(country.number("longitude").abs()).isLessThanOrEqualTo(new BigDecimal(180));
        });
    }

    @Test
    void a_country_that_an_instrument_covers_today_has_a_region() {
        CodeList countries = LISTS.list("countries");
        for (Code cover : LISTS.list("country-instruments").on(LocalDate.of(2024, 1, 1))) {
            assertThat(countries.find(cover.required("country")).orElseThrow().attribute("region"))
                    .as(cover.code())
                    .isPresent();
        }
    }

    @Test
    void a_cover_never_outlasts_its_instrument() {
        CodeList instruments = LISTS.list("instruments");
        for (Code cover : LISTS.list("country-instruments").rows()) {
            List<Code> rows = instruments.rows().stream()
                    .filter(row -> row.code().equals(cover.required("instrument")))
                    .toList();
            LocalDate from = cover.validity().from();
            LocalDate to = cover.validity().to();
            assertThat(from).as(cover.code()).isNotNull();
            assertThat(rows)
                    .as("%s from %s", cover.code(), from)
                    .anyMatch(row -> row.validity().includes(from));
            if (to != null) {
                assertThat(rows)
                        .as("%s to %s", cover.code(), to)
                        .anyMatch(row -> row.validity().includes(to));
            }
            assertThat(cover.attribute("source")).as(cover.code()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ZA, 2012-05-02, DCI",
        "ZA, 2020-12-31, DCI",
        "ZA, 2021-01-01, NDICI",
        "MG, 2017-01-23, EDF",
        "TL, 2010-06-16, EDF",
        "CU, 2017-02-06, DCI",
        "JO, 2016-02-24, ENI",
        "BY, 2016-01-01, ENI",
        "PS, 2010-03-02, ENI",
        "GL, 2019-01-01, OAD",
        "NC, 2019-01-01, OAD",
        "GL, 2021-01-01, DOAG",
        "NC, 2021-01-01, DOAG",
        "CH, 2017-01-01, ",
        "CH, 2021-01-01, ",
        "QA, 2017-01-01, ",
        "QA, 2021-01-01, ",
        "AD, 2017-02-06, ",
        "NE, 2017-03-01, EDF",
        "SS, 2011-07-08, ",
        "SS, 2011-07-09, EDF",
        "YT, 2013-12-31, OAD",
        "YT, 2014-01-01, ",
        "TR, 2017-01-01, ",
    })
    void a_country_is_covered_as_of_the_date(String country, LocalDate on, String instrument) {
        assertThat(LISTS.list("country-instruments").where("country", country, on))
                .extracting(row -> row.required("instrument"))
                .isEqualTo(instrument == null ? List.of() : List.of(instrument));
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 2020-01-31, true",
        "GB, 2020-02-01, false",
        "HR, 2013-06-30, false",
        "HR, 2013-07-01, true",
        "BG, 2009-01-01, true",
        "NO, 2009-01-01, false",
    })
    void membership_of_the_union_is_a_fact_at_a_date(String country, LocalDate on, boolean member) {
        assertThat(LISTS.list("eu-members").contains(country, on)).isEqualTo(member);
    }

    @Test
    void the_union_has_had_as_many_members_as_it_says() {
        Map<LocalDate, Integer> members = new TreeMap<>(Map.of(
                LocalDate.of(2009, 1, 1), 27,
                LocalDate.of(2013, 7, 1), 28,
                LocalDate.of(2020, 1, 31), 28,
                LocalDate.of(2020, 2, 1), 27));
        members.forEach((day, count) ->
                assertThat(LISTS.list("eu-members").on(day)).as(day.toString()).hasSize(count));
    }

    @Test
    void bodies_other_than_central_ones_may_ask_from_2016() {
        CodeList types = LISTS.list("authority-types");
        assertThat(types.find("LOCAL_AUTHORITY").orElseThrow().required("eligible_from"))
                .isEqualTo("2016-01-01");
        assertThat(types.find("CENTRAL_GOVERNMENT").orElseThrow().attribute("eligible_from"))
                .isEmpty();
        assertThat(types.find("CIVIL_SOCIETY").orElseThrow().is("only_jointly")).isTrue();
        assertThat(types.find("CIVIL_SOCIETY").orElseThrow().is("public")).isFalse();
    }

    @Test
    void an_institution_is_called_as_it_was_called_at_the_time() {
        CodeList institutions = LISTS.list("steering-institutions");
        assertThat(institutions
                        .find("INTPA", LocalDate.of(2017, 1, 1))
                        .orElseThrow()
                        .required("acronym"))
                .isEqualTo("DEVCO");
        assertThat(institutions
                        .find("INTPA", LocalDate.of(2022, 1, 1))
                        .orElseThrow()
                        .required("acronym"))
                .isEqualTo("INTPA");
    }

    @Test
    void africa_is_both_african_regions_together() {
        assertThat(LISTS.list("regions").where("group", "AFRICA"))
                .extracting(Code::code)
                .containsExactly("AFRICA_CENTRAL_EASTERN_SOUTHERN", "AFRICA_WEST");
    }

    @Test
    void an_organisation_has_members_as_of_a_date() {
        CodeList members = LISTS.list("regional-organisation-members");
        assertThat(members.where("regional_organisation", "COMESA", LocalDate.of(2018, 7, 17)))
                .hasSize(19);
        assertThat(members.where("regional_organisation", "COMESA", LocalDate.of(2020, 8, 24)))
                .hasSize(21);
    }
}
