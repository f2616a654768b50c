package eu.mieux.preimplementation.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.eligibility.EligibilityRules.Asking;
import eu.mieux.preimplementation.eligibility.EligibilityView.FindingView;
import eu.mieux.preimplementation.eligibility.Finding.Verdict;
import eu.mieux.preimplementation.wording.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules over the facility's own code lists. */
class EligibilityRulesTest {

    private static final CodeLists CODES = CodeLists.of(RealSuite.root().resolve("deploy/facility/mieux"));
    private static final EligibilityRules RULES = new EligibilityRules(CODES);
    private static final Asking MINISTRY = new Asking("Ministry", "CENTRAL_GOVERNMENT", null, List.of());
    private static final Asking NGO = new Asking("NGO", "CIVIL_SOCIETY", null, List.of());

    @ParameterizedTest
    @CsvSource({
        "South Africa,      ZA, 2010-06-01, DCI",
        "South Africa,      ZA, 2017-03-01, DCI",
        "Madagascar,        MG, 2017-03-01, EDF",
        "Timor-Leste,       TL, 2017-03-01, EDF",
        "Cuba,              CU, 2017-03-01, DCI",
        "Jordan,            JO, 2017-03-01, ENI",
        "Belarus,           BY, 2017-03-01, ENI",
        "Palestine,         PS, 2017-03-01, ENI",
        "Greenland,         GL, 2017-03-01, OAD",
        "New Caledonia,     NC, 2012-03-01, OAD",
        "Greenland,         GL, 2021-01-01, DOAG",
        "the last day,      CM, 2020-12-31, EDF",
        "the day after it,  CM, 2021-01-01, NDICI",
    })
    void a_country_is_covered_by_the_instrument_in_force(String name, String country, LocalDate on, String instrument) {
        EligibilityView eligibility = explained(on, List.of(MINISTRY), List.of(country));
        assertThat(eligibility.eligible()).as(name).isTrue();
        assertThat(finding(eligibility, country).because())
                .contains("is covered by " + instrument)
                .contains(on.toString());
        assertThat(finding(eligibility, country).source()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "Switzerland,           CH, 2017-03-01",
        "Qatar,                 QA, 2017-03-01",
        "Qatar,                 QA, 2022-03-01",
        "before the instrument, CM, 2007-12-31",
        "after the last one,    CM, 2028-01-01",
    })
    void a_country_that_no_instrument_covers_makes_a_request_ineligible(String name, String country, LocalDate on) {
        EligibilityView eligibility = explained(on, List.of(MINISTRY), List.of(country));
        assertThat(eligibility.eligible()).as(name).isFalse();
        assertThat(finding(eligibility, country).verdict()).isEqualTo(Verdict.FAILED);
    }

    /** Each with the act that says so, as it stood on that day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ZA | 2010-06-01 | DCI   | Regulation (EC) No 1905/2006, Annex I
            ZA | 2013-12-31 | DCI   | Regulation (EC) No 1905/2006, Annex I
            ZA | 2014-01-01 | DCI   | Regulation (EU) No 233/2014, Article 1(1)(a)
            ZA | 2021-01-01 | NDICI | Regulation (EU) 2021/947, Article 4(2)(b)
            MG | 2012-05-01 | EDF   | Cotonou Partnership Agreement (2000/483/EC); 10th EDF
            TL | 2017-03-01 | EDF   | Cotonou Partnership Agreement (2000/483/EC); 11th EDF
            CU | 2010-06-01 | DCI   | Regulation (EC) No 1905/2006, Annex I
            CU | 2017-03-01 | DCI   | Regulation (EU) No 233/2014, Article 1(1)(a)
            JO | 2010-06-01 | ENI   | Regulation (EC) No 1638/2006
            JO | 2017-03-01 | ENI   | Regulation (EU) No 232/2014
            BY | 2010-06-01 | ENI   | Regulation (EC) No 1638/2006
            BY | 2020-12-31 | ENI   | Regulation (EU) No 232/2014
            PS | 2010-06-01 | ENI   | Regulation (EC) No 1638/2006
            PS | 2021-01-01 | NDICI | Regulation (EU) 2021/947, Article 4(2)(a) and Annex I
            GL | 2013-12-31 | OAD   | Council Decision 2001/822/EC
            GL | 2020-12-31 | OAD   | Council Decision 2013/755/EU
            GL | 2021-01-01 | DOAG  | Council Decision (EU) 2021/1764
            NC | 2014-01-01 | OAD   | Council Decision 2013/755/EU
            NC | 2021-01-01 | DOAG  | Council Decision (EU) 2021/1764
            """)
    void each_cover_names_its_act(String country, LocalDate on, String instrument, String act) {
        FindingView cover = finding(explained(on, List.of(MINISTRY), List.of(country)), country);
        assertThat(cover.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(cover.because()).contains("is covered by " + instrument + " (");
        assertThat(cover.source()).startsWith(act);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CH | 2017-03-01 | Switzerland is covered by no instrument in force on 2017-03-01. | Code list country-instruments
            CL | 2019-03-01 | DCI covered it until 2017-12-31; NDICI covers it from 2021-01-01 on. | Regulation (EU) No 233/2014
            CM | 2028-01-01 | NDICI covered it until 2027-12-31. | Regulation (EU) 2021/947
            CM | 2007-12-31 | EDF covers it from 2008-01-01 on. | Cotonou Partnership Agreement
            """)
    void what_is_not_covered_is_told_what_comes_nearest(String country, LocalDate on, String because, String source) {
        FindingView cover = finding(explained(on, List.of(MINISTRY), List.of(country)), country);
        assertThat(cover.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(cover.because()).endsWith(because);
        assertThat(cover.source()).startsWith(source);
    }

    @Test
    void the_same_request_a_day_later_comes_under_another_instrument_and_other_neighbours() {
        List<String> countries = List.of("ZA", "GL", "CL");
        EligibilityView before = explained(LocalDate.of(2020, 12, 31), List.of(MINISTRY), countries);
        EligibilityView after = explained(LocalDate.of(2021, 1, 1), List.of(MINISTRY), countries);
        assertThat(before.eligible()).isFalse();
        assertThat(finding(before, "CL").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding(before, "ZA").because()).contains("DCI");
        assertThat(after.eligible()).isTrue();
        assertThat(finding(after, "ZA").because()).contains("NDICI");
        assertThat(finding(after, "GL").because()).contains("DOAG");
    }

    @Test
    void a_request_that_names_nobody_or_no_country_is_not_eligible_and_says_why() {
        EligibilityView nobody = explained(LocalDate.of(2017, 3, 1), List.of(), List.of());
        assertThat(nobody.eligible()).isFalse();
        assertThat(nobody.findings())
                .extracting(FindingView::because)
                .containsExactly("No authority is named that asks.", "No country is named that it is for.");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL_AUTHORITY, 2015-12-31, false",
        "LOCAL_AUTHORITY, 2016-01-01, true",
        "JUDICIARY, 2015-12-31, false",
        "JUDICIARY, 2016-01-01, true",
        "PARLIAMENT, 2015-12-31, false",
        "PARLIAMENT, 2016-01-01, true",
        "OMBUDSPERSON, 2015-12-31, false",
        "OMBUDSPERSON, 2016-01-01, true",
        "CENTRAL_GOVERNMENT, 2009-01-01, true",
        "REGIONAL_ORGANISATION, 2009-01-01, true",
    })
    void bodies_outside_central_government_ask_from_2016_on(String type, LocalDate on, boolean eligible) {
        Asking authority = new Asking("Body", type, "CM", List.of());
        assertThat(explained(on, List.of(authority), List.of("CM")).eligible()).isEqualTo(eligible);
    }

    @Test
    void civil_society_asks_only_jointly_with_a_public_authority() {
        LocalDate on = LocalDate.of(2017, 3, 1);
        EligibilityView alone = explained(on, List.of(NGO), List.of("NE"));
        assertThat(alone.eligible()).isFalse();
        assertThat(alone.findings())
                .extracting(FindingView::rule, FindingView::verdict)
                .contains(tuple("civil-society-jointly", Verdict.FAILED));
        assertThat(explained(on, List.of(NGO, NGO), List.of("NE")).eligible()).isFalse();
        assertThat(explained(on, List.of(NGO, MINISTRY), List.of("NE")).eligible())
                .isTrue();
        assertThat(explained(LocalDate.of(2015, 12, 31), List.of(NGO, MINISTRY), List.of("NE"))
                        .eligible())
                .isFalse();
    }

    @Test
    void one_member_that_is_not_covered_makes_a_regional_organisations_request_ineligible() {
        Asking iberRed = new Asking("IberRed", "REGIONAL_ORGANISATION", null, List.of());
        LocalDate on = LocalDate.of(2017, 6, 1);
        assertThat(explained(on, List.of(iberRed), List.of("CO", "PE")).eligible())
                .isTrue();
        EligibilityView withAndorra = explained(on, List.of(iberRed), List.of("CO", "AD", "PE"));
        assertThat(withAndorra.eligible()).isFalse();
        assertThat(withAndorra.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.FAILED)
                .extracting(FindingView::subject)
                .containsExactly("AD");
    }

    @Test
    void members_are_judged_also_where_others_are_named_and_each_country_once() {
        Asking network = new Asking("Network", "REGIONAL_ORGANISATION", null, List.of("CO", "PE", "AD"));
        EligibilityView eligibility = explained(LocalDate.of(2017, 6, 1), List.of(network), List.of("CO"));
        assertThat(eligibility.eligible()).isFalse();
        assertThat(eligibility.findings())
                .filteredOn(finding -> finding.rule().equals("country-covered"))
                .extracting(FindingView::subject)
                .containsExactly("CO", "PE", "AD");
    }

    @Test
    void where_the_members_are_not_known_it_is_said_that_they_are_not_judged() {
        Asking club = new Asking("Club", "REGIONAL_ORGANISATION", null, List.of());
        EligibilityView eligibility = explained(LocalDate.of(2017, 6, 1), List.of(club), List.of("CO"));
        assertThat(eligibility.eligible()).isTrue();
        assertThat(finding(eligibility, "Club").because())
                .isEqualTo("The members of Club on 2017-06-01 are not known:"
                        + " only the countries that are named are judged.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | NE | 2017-03-01 | Niger : ce pays partenaire est couvert au 1er mars 2017 par l’instrument suivant : 11e Fonds européen de développement (FED).
            es | NE | 2017-03-01 | Níger: este país socio está cubierto a 1 de marzo de 2017 por el instrumento siguiente: 11.º Fondo Europeo de Desarrollo (FED).
            fr | NE | 2021-01-02 | Niger : ce pays partenaire est couvert au 2 janvier 2021 par l’instrument suivant : Instrument de voisinage, de coopération au développement et de coopération internationale – Europe dans le monde (IVCDCI).
            es | NE | 2021-01-02 | Níger: este país socio está cubierto a 2 de enero de 2021 por el instrumento siguiente: Instrumento de Vecindad, Cooperación al Desarrollo y Cooperación Internacional – Europa Global (IVCDCI).
            fr | JO | 2012-05-02 | Jordanie : ce pays partenaire est couvert au 2 mai 2012 par l’instrument suivant : Instrument européen de voisinage et de partenariat (IEVP).
            fr | GL | 2017-03-02 | "Groenland : ce pays partenaire est couvert au 2 mars 2017 par l’instrument suivant : Décision d'association outre-mer (DAO)."
            es | GL | 2017-03-02 | Groenlandia: este país socio está cubierto a 2 de marzo de 2017 por el instrumento siguiente: Decisión de Asociación Ultramar (OAD).
            fr | CH | 2017-03-01 | Suisse : ce pays n’est couvert par aucun instrument en vigueur au 1er mars 2017.
            fr | CL | 2019-03-01 | Chili : ce pays n’est couvert par aucun instrument en vigueur au 1er mars 2019 ; il l’a été jusqu’au 31 décembre 2017 (instrument : ICD) et l’est de nouveau à compter du 1er janvier 2021 (instrument : IVCDCI).
            es | CM | 2028-01-01 | Camerún: ningún instrumento en vigor a 1 de enero de 2028 cubre este país; estuvo cubierto hasta el 31 de diciembre de 2027 (instrumento: IVCDCI).
            es | CM | 2007-12-31 | Camerún: ningún instrumento en vigor a 31 de diciembre de 2007 cubre este país; lo está a partir del 1 de enero de 2008 (instrumento: FED).
            """, quoteCharacter = '"')
    void a_country_is_explained_in_the_readers_language(String language, String country, LocalDate on, String because) {
        assertThat(finding(in(language, on, List.of(), List.of(country)), country)
                        .because())
                .isEqualTo(because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Gouvernorat : une autorité de ce type (Collectivité locale) peut présenter une requête à compter du 1er janvier 2016 ; la présente requête est datée du 31 décembre 2015. | Gouvernorat | LOCAL_AUTHORITY
            es | Gobernación: una autoridad de este tipo (Autoridad local) puede presentar solicitudes a partir del 1 de enero de 2016; la presente solicitud es del 31 de diciembre de 2015. | Gobernación | LOCAL_AUTHORITY
            en | Council: Local authority may ask from 2016-01-01 on; this request is of 2015-12-31. | Council | LOCAL_AUTHORITY
            fr | Une autorité de ce type (Parlement) peut présenter une requête à compter du 1er janvier 2016 ; la présente requête est datée du 31 décembre 2015. | "" | PARLIAMENT
            en | Parliament may ask from 2016-01-01 on; this request is of 2015-12-31. | "" | PARLIAMENT
            es | Una autoridad de este tipo (Administración central) puede presentar solicitudes. | "" | CENTRAL_GOVERNMENT
            fr | {0} l'Intérieur : une autorité de ce type (Administration centrale) peut présenter une requête. | {0} l'Intérieur | CENTRAL_GOVERNMENT
            """, quoteCharacter = '"')
    void an_authority_is_explained_in_the_readers_language(String language, String because, String name, String type) {
        Asking asking = new Asking(name.isEmpty() ? null : name, type, null, List.of());
        EligibilityView eligibility = in(language, LocalDate.of(2015, 12, 31), List.of(asking), List.of());
        assertThat(finding(eligibility, name.isEmpty() ? type : name).because()).isEqualTo(because);
    }

    @Test
    void only_the_sentences_change_with_the_language() {
        LocalDate on = LocalDate.of(2017, 3, 1);
        List<Asking> asking = List.of(NGO, MINISTRY);
        List<String> countries = List.of("NE", "CH", "CL");
        EligibilityView english = in("en", on, asking, countries);
        for (String language : List.of("fr", "es")) {
            EligibilityView other = in(language, on, asking, countries);
            assertThat(other.findings())
                    .extracting(FindingView::subject, FindingView::rule, FindingView::verdict)
                    .isEqualTo(english.findings().stream()
                            .map(one -> tuple(one.subject(), one.rule(), one.verdict()))
                            .toList());
            assertThat(other.findings())
                    .extracting(FindingView::because)
                    .doesNotContainAnyElementsOf(english.findings().stream()
                            .map(FindingView::because)
                            .toList());
        }
    }

    /** In English. */
    private static EligibilityView explained(LocalDate on, List<Asking> authorities, List<String> countries) {
        return in("en", on, authorities, countries);
    }

    private static EligibilityView in(String language, LocalDate on, List<Asking> authorities, List<String> countries) {
        return EligibilityView.of(RULES.check(on, authorities, countries), new Language(CODES, Locale.of(language)));
    }

    private static FindingView finding(EligibilityView eligibility, String subject) {
        return eligibility.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
