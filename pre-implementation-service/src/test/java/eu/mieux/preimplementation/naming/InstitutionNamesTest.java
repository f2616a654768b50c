package eu.mieux.preimplementation.naming;

import static eu.mieux.preimplementation.naming.Compared.NAMES;
import static eu.mieux.preimplementation.naming.Compared.assertFoundBothWays;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as people write them, over the facility's own words. */
class InstitutionNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            NE | Ministère de l'Intérieur | Ministry of the Interior
            NE | Ministerio del Interior | Ministry of the Interior
            NE | MoI | Ministry of the Interior
            NE | MoI | Ministère de l'Intérieur
            NE | Ministry of Home Affairs | Ministère de l'Intérieur
            NE | Interior Ministry | Ministry of Interior
            NE | Ministry of the Interior of the Republic of Niger | Ministry of Interior
            NE | Minstry of Interor | Ministry of the Interior
            NE | MINISTÈRE DE L INTERIEUR | Ministry of the Interior
            NE | Ministère de l'Intérieur, de la Sécurité publique et de la Décentralisation | Ministry of Interior
            NE | Ministry of Labour | Ministry of Labour and Migration
            NE | Ministère du Travail | Ministry of Labor
            NE | Ministère des Affaires étrangères et de la Coopération | Ministry of Foreign Affairs and Cooperation
            NE | Ministry of External Relations (MINREX) | Ministère des Relations extérieures
            NE | MINREX | Ministry of External Relations
            NE | MFA | Ministry of Foreign Affairs
            NE | Min. of Interior | Ministère de l'Intérieur
            CR | General Directorate of Migration and Foreigners (DGME) | Dirección General de Migración y Extranjería
            CR | DGME | General Directorate of Migration and Foreigners (DGME)
            CR | DGME | Dirección General de Migración y Extranjería
            DO | National Institute for Migration (INM) | Instituto Nacional de Migración
            DO | General Directorate of Migration, Ministry of Interior and Police | Dirección General de Migración
            GH | Ghana Immigration Service | Immigration Service
            GH | Ghana Immigration Service | GIS
            ML | Assemblée nationale | National Assembly of Mali
            ML | Mairie de Bamako | City of Bamako
            PE | Peruvian Agency for International Cooperation | Agencia Peruana de Cooperación Internacional
            PE | Defensoría del Pueblo | Ombudsman
            BI | Diaspora Directorate, Ministry of External Relations | Diaspora Directorate
            TG | National Institute of Statistics | Institut national de la statistique
            '' | ECOWAS Commission | ECOWAS
            UG | 内政部 | 内政部
            UG | Department of Immigration | Immigration Department, Ministry of Home Affairs
            UG | NGO Rodnik | Rodnik
            UG | Ministry of Justice and Human Rights | Ministry of Human Rights
            UG | Police | Police
            UG | Prime Minister's Office | Office of the Prime Minister
            UG | Ministry of Education | Ministry of Health and Education
            UG | Municipality of Kampala | Kampala City Council
            UG | Human Rights Commissioner | Ombudsperson
            NE | Ministry for Foreign Afairs | Ministère des Affaires Etrangères
            MR | Ministère de l'Intérieur et de la Décentralisation | Ministry of Interior
            MX | Secretaría de Gobernación (SEGOB) | Secretariat of the Interior (SEGOB)
            MX | Secretaría de Gobernación | Ministry of Interior
            PH | Department of Labor and Employment | Ministry of Labour and Employment
            PH | DOLE | Department of Labor and Employment
            MX | National Institute of Migration (INM) | INM
            """)
    void the_same_institution_is_known_by_another_spelling_language_or_abbreviation(
            String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PE | Ministerio de Relaciones Exteriores | Ministry of Foreign Affairs, Directorate-General for Peruvian Communities Abroad and Consular Affairs
            PE | Ministerio de Relaciones Exteriores | Ministry of Foreign Affairs (Special Commission for Refugees)
            UG | Ministry of Interior | Ministry of Interior, Immigration Department
            BY | Ministère de l'Intérieur | Ministry of Internal Affairs, Department for Citizenship and Migration
            MW | Ministry of Foreign Affairs | Ministry of Foreign Affairs and International Cooperation (Diaspora Affairs Unit)
            """)
    void what_begins_with_a_ministry_may_be_meant_to_be_it_and_is_least_alike(
            String country, String one, String other) {
        assertFoundBothWays(country, one, other);
        assertThat(NAMES.compare(one, other, country))
                .hasValueSatisfying(likeness -> assertThat(likeness.score()).isEqualTo(70));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            NE | Ministry of Interior | Ministry of Justice
            NE | Ministry of Labour | Ministry of Health
            NE | Ministry of Foreign Affairs | Ministry of Home Affairs
            NE | MFA | MoI
            NE | XYZ | QRS
            DO | National Institute for Migration (INM) | National School for Migration
            DO | General Directorate of Migration, Ministry of Interior and Police | Ministry of Interior and Police
            GH | Ghana Immigration Service | Ghana Police Service
            ML | Parliament | Ministry of Interior
            ML | City Council of Bamako | City Council of Kayes
            ML | Tahoua Regional Council | Tahoua Municipal Council
            BT | Court 0 | Court 1
            BT | Court 1732456781 | Court 1732456782
            BT | Court of Appeal | Court of Auditors
            BI | Diaspora Directorate, Ministry of External Relations | Ministry of External Relations
            BI | Diaspora Directorate, Ministry of External Relations | Diaspora Directorate, Ministry of Interior
            TG | Ministry of Labour and Social Affairs | Ministry of Social Development
            '' | ECOWAS Commission | COMESA Secretariat
            '' | ECOWAS Commission | African Union Commission
            UG | 内政部 | 外交部
            UG | NGO Rodnik | NGO Gurdofarid
            UG | National Police | Gendarmerie
            UG | Prime Minister's Office | Office of the President
            UG | State Ministry | Ministry of Interior
            UG | Ministry | Ministry of Interior
            NE | Republic of Niger | Government of Niger
            """)
    void two_institutions_are_two(String country, String one, String other) {
        assertThat(NAMES.compare(one, other, country)).isEmpty();
        assertThat(NAMES.compare(other, one, country)).as("the other way round").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PE | Ministry of Foreign Affairs (Special Commission for Refugees) | Ministry of Foreign Affairs, Directorate-General for Peruvian Communities Abroad and Consular Affairs
            PE | Ministry of Foreign Affairs (Special Commission for Refugees) | Peruvian Agency for International Cooperation, Ministry of Foreign Affairs
            PE | Ministerio de Relaciones Exteriores | Peruvian Agency for International Cooperation, Ministry of Foreign Affairs
            PE | Ministerio del Interior | Ministry of Foreign Affairs (Special Commission for Refugees)
            PE | APCI | Ministerio de Relaciones Exteriores
            PE | APCI | Ministry of Interior, Peru
            PE | MIMP | Ministry of Interior, Peru
            DO | INM | National School for Migration
            CR | DGME | Ministry of Health
            AO | Ministério do Interior | Ministério da Justiça
            AO | Ministério das Relações Exteriores | Ministério do Interior
            CV | Serviço de Migração | Serviço de Saúde
            CV | Câmara Municipal da Praia | Câmara Municipal do Mindelo
            AO | Serviço de Migração | Ministry of Labour
            EG | وزارة الداخلية | وزارة الخارجية
            EG | وزارة الداخلية | Ministry of Foreign Affairs
            EG | وزارة العدل | وزارة العمل
            EG | وزارة العدل | Ministry of Labour
            EG | وزارة الصحة | Ministry of Interior
            JO | بلدية إربد الكبرى | بلدية الزرقاء
            JO | دائرة الإحصاءات العامة | وزارة التنمية الاجتماعية
            TN | المعهد الوطني للإحصاء | Institut national de la santé
            TN | وزارة الشؤون الاجتماعية | Ministère des Affaires étrangères
            TN | الجمهورية التونسية | Gouvernement tunisien
            TD | Observatoire des lacs | Observatoire des migrations
            TD | Observatoire des lacs | Ministère de l'Eau
            TD | Observatoire des forêts | Observatoire des lacs
            SN | Banque centrale | Banque agricole
            MA | Observatoire national des migrations | Ministry of Migration
            LB | المديرية العامة للأمن العام | وزارة الداخلية
            DO | SNM | Ministry of Foreign Affairs
            CR | SME | Ministry of Health
            AR | SME | Ministry of Security (Argentina)
            PE | ACP | Ministry of Interior, Peru
            """)
    void nor_are_two_taken_for_one_in_another_language_or_by_an_abbreviation(String country, String one, String other) {
        assertThat(NAMES.compare(one, other, country)).isEmpty();
        assertThat(NAMES.compare(other, one, country)).as("the other way round").isEmpty();
    }

    /** Each of these words may be left out or not: there are too many abbreviations to try. */
    @Test
    void of_a_name_with_too_many_parts_no_abbreviation_is_made() {
        String name = "National ".repeat(28) + "Statistics Agency";
        assertThat(NAMES.compare("NNNNNNNNNNNZ", name, "PE")).isEmpty();
    }

    @Test
    void why_is_told_in_a_sentence() {
        assertThat(because("Ministry of Labour", "Ministère du Travail et de la Migration"))
                .isEqualTo("Both say ministry, labour; only one of them says migration.");
        assertThat(because("MoI", "Ministerio del Interior")).isEqualTo("Both say the same: ministry, interior.");
        assertThat(because("GIS", "General Investment Service"))
                .isEqualTo("\"GIS\" may be short for \"General Investment Service\": these are its initials.");
        assertThat(because("Institute of Migration (INM)", "INM")).isEqualTo("Both are abbreviated INM.");
        assertThat(because("SNM", "Migration Service of Niger"))
                .isEqualTo(
                        "\"SNM\" may be short for \"Migration Service of Niger\": these are its initials in French.");
        assertThat(because("وزارة الداخلية", "Ministère de l'Intérieur"))
                .isEqualTo("Both say the same: ministry, interior.");
        assertThat(because("Ministry of Interior, Border Service", "Ministère de l'Intérieur"))
                .isEqualTo("One may be a part of the other. Both say the same: ministry, interior.");
    }

    private static String because(String one, String other) {
        return NAMES.compare(one, other, "NE").orElseThrow().because();
    }
}
