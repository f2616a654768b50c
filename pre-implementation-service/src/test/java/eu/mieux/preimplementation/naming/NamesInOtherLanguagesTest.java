package eu.mieux.preimplementation.naming;

import static eu.mieux.preimplementation.naming.Compared.assertFoundBothWays;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One institution by its names in several languages, and by the abbreviations that are made of them. */
class NamesInOtherLanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PE | APCI | Agencia Peruana de Cooperación Internacional
            PE | APCI | Peruvian Agency for International Cooperation
            PE | APCI | Peruvian Agency for International Cooperation, Ministry of Foreign Affairs
            PE | Agencia Peruana de Cooperación Internacional | Peruvian Agency for International Cooperation, Ministry of Foreign Affairs
            DO | DGM | General Directorate of Migration, Ministry of Interior and Police
            CR | DGME | General Directorate of Migration and Foreigners
            DO | INM | National Institute for Migration
            ML | ANPE | Agence nationale pour l'emploi
            AO | SME | Migration and Foreigners Service
            CV | INE | National Institute of Statistics
            CM | IRIC | International Relations Institute of Cameroon
            BR | DPU | Defensoria Pública da União
            PE | RREE | Ministry of Foreign Affairs
            AO | MIREX | Ministério das Relações Exteriores
            CV | MNE | Ministério dos Negócios Estrangeiros
            CV | MAI | Ministério da Administração Interna
            JO | DOS | Department of Statistics
            JO | Department of Statistics (DOS) | DOS
            MZ | SNM | National Migration Service
            ML | ANE | National Employment Agency
            ML | NEA | Agence nationale pour l'emploi
            MA | NMO | Observatoire national des migrations
            TN | INS | المعهد الوطني للإحصاء
            TN | ONTE | الديوان الوطني للتونسيين بالخارج
            """)
    void an_abbreviation_may_be_made_of_the_name_in_another_language(String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            EC | SENAMI | Secretaría Nacional del Migrante
            SV | MINEC | Ministerio de Economía
            SV | MINEC | Ministerio de Economía de El Salvador
            CR | MINAE | Ministerio de Ambiente y Energía
            HT | MINREX | Ministère des Relations extérieures
            """)
    void an_abbreviation_may_be_made_of_the_beginnings_of_words(String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SV | MINEC | Ministerio de Educación
            SV | MINEC | Ministerio de Economía y Finanzas
            PE | MINSA | Ministerio de Economía
            EC | SENAMI | Secretaría Nacional de Pesca
            """)
    void an_abbreviation_leaves_no_word_out(String country, String one, String other) {
        assertThat(Compared.NAMES.compare(one, other, country)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TG | National Civil Status Office | Office National de l'État Civil
            ML | Direction nationale de l'état civil | National Directorate of Civil Registration
            CR | Dirección General del Registro Civil | General Directorate of Civil Status
            CV | Direção Nacional do Registo Civil | National Directorate for Civil Registry
            MA | مديرية الحالة المدنية | Direction de l'état civil
            TG | Agence nationale de la protection civile | National Civil Defence Agency
            DO | Dirección General de Defensa Civil | General Directorate of Civil Protection
            ST | Serviço Nacional de Proteção Civil | National Civil Protection Service
            """)
    void civil_status_and_civil_protection_are_read(String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }

    @Test
    void a_civil_status_office_is_no_civil_protection() {
        assertThat(Compared.NAMES.compare(
                        "National Civil Status Office", "Office national de la protection civile", "TG"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            AO | Ministério do Interior | Ministry of Interior
            AO | Ministério do Interior de Angola | Ministry of Interior
            CV | Ministério da Administração Interna | Ministry for Internal Administration
            AO | Serviço de Migração | Migration Service
            AO | Serviço de Migração e Estrangeiros | Migration and Foreigners Service
            AO | Ministério das Relações Exteriores | Ministry of External Relations
            MZ | Ministério dos Negócios Estrangeiros e Cooperação | Ministry of Foreign Affairs and Cooperation
            CV | Ministério dos Negócios Estrangeiros | Ministry of Foreign Affairs
            CV | Direção-Geral da Imigração | General Directorate of Immigration (DGI)
            CV | Direcção Geral de Imigração | General Directorate of Immigration (DGI)
            MZ | Ministério do Trabalho, Emprego e Segurança Social | Ministry of Labour, Employment and Social Security
            GW | Secretaria de Estado | Secretary of State (Guinea-Bissau)
            BR | Defensoria Pública da União (DPU) | Federal Public Defender's Office (DPU)
            BR | Ministério da Justiça | Ministry of Justice (Brazil)
            CV | Instituto Nacional de Estatística | National Institute of Statistics
            CV | Gabinete do Primeiro-Ministro | Cabinet of the Prime Minister
            ST | Ministério da Saúde | Ministère de la Santé
            TL | Serviço de Migração, Ministério do Interior | Migration Service, Ministry of Interior
            AO | Assembleia Nacional | National Assembly
            AO | Provedoria de Justiça | Ombudsman
            CV | Polícia Nacional | National Police
            CV | Câmara Municipal da Praia | City of Praia
            MZ | Ministério da Educação | Ministry of Education
            MZ | Ministério da Agricultura e Desenvolvimento Rural | Ministry of Agriculture and Rural Development
            AO | Direcção Nacional de Fronteiras | National Directorate of Borders
            """)
    void a_name_in_portuguese_is_read(String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TN | وزارة الداخلية | Ministry of Interior
            TN | وزارة الداخلية | Ministère de l'Intérieur
            TN | وزارة الداخلية التونسية | Ministry of Interior
            EG | وزارة الداخلية المصرية | Ministry of Interior, Egypt
            EG | وزارة الداخلية | Ministry of Interior, Egypt
            EG | وزارة الخارجية | Ministry of Foreign Affairs
            JO | وزارة الخارجية وشؤون المغتربين | Ministry of Foreign Affairs and Expatriates
            MA | وزارة الشؤون الخارجية | Ministère des Affaires étrangères
            MA | وزارة الشؤون الخارجية والتعاون الدولي | Ministère des Affaires étrangères et de la Coopération internationale
            TN | وزارة الشؤون الاجتماعية | Ministry of Social Affairs
            JO | وزارة التنمية الاجتماعية | Ministry of Social Development
            JO | دائرة الإحصاءات العامة | Department of Statistics
            JO | بلدية إربد الكبرى | بلدية اربد الكبرى
            LB | وزارة العمل | Ministère du Travail
            LB | المديرية العامة للأمن العام | General Directorate of General Security
            EG | وزارة الهجرة | Ministry of Migration
            EG | وزارة الدولة للهجرة وشؤون المصريين بالخارج | Ministry of Migration and Egyptian Expatriates
            DZ | وِزَارَةُ الدَّاخِلِيَّة | وزارة الداخلية
            IQ | وزارة العدل | Ministry of Justice
            MA | وزارة العدل | Ministère de la Justice
            MA | وزارة الصحة | Ministry of Health
            MA | وزارة التربية الوطنية | Ministère de l'Éducation nationale
            TN | المعهد الوطني للإحصاء | Institut national de la statistique
            TN | المعهد الوطني للإحصاء | National Institute of Statistics
            TN | ديوان التونسيين بالخارج | Office of Tunisians Abroad
            TN | ديوان التونسيين بالخارج | Office des Tunisiens à l'étranger
            MR | وزارة الداخلية واللامركزية | Ministry of Interior and Decentralisation
            MR | الجمهورية الإسلامية الموريتانية، وزارة الداخلية | Ministère de l'Intérieur
            EG | مجلس النواب | Parliament
            SD | مفوضية اللاجئين | Commission for Refugees
            IQ | وزارة الهجرة والمهجرين | Ministry of Migration and Displaced
            """)
    void a_name_in_arabic_is_read(String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TD | Observatoire des lacs | Observatory of Lakes
            TD | Observatoire des lacs | Lakes Observatory
            TD | Observatorio de los Lagos | Observatoire des lacs
            TD | Observatório dos Lagos | Observatoire des lacs
            MA | Observatoire national des migrations | National Migration Observatory
            MA | Observatorio de Migraciones | Observatoire des migrations
            SN | Centre national de formation de la police | National Police Training Centre
            SN | Banque centrale | Central Bank
            PE | Fundación para la Migración | Foundation for Migration
            ML | Fonds national de l'emploi | National Employment Fund
            TG | Office national de l'eau | National Water Office
            KE | National Registration Bureau | Bureau national d'enregistrement
            PE | Registro Nacional de Identificación y Estado Civil | National Registry of Identification and Civil Status
            GT | Cámara de Comercio | Chamber of Commerce
            BJ | Ministère de l'Eau et des Mines | Ministry of Water and Mines
            SN | Ministère de la Pêche | Ministry of Fisheries
            SN | Ministère des Sénégalais de l'extérieur | Ministry of Senegalese Abroad
            EC | Ministerio de Minas y Petróleos | Ministry of Mines and Petroleum
            CI | Ministère de l'Enseignement supérieur et de la Recherche scientifique | Ministry of Higher Education and Scientific Research
            """)
    void observatories_centres_and_funds_are_read(String country, String one, String other) {
        assertFoundBothWays(country, one, other);
    }
}
