package eu.mieux.preimplementation.document;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.content.BudgetLine;
import eu.mieux.preimplementation.content.ExpertProfile;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.Indicator;
import eu.mieux.preimplementation.content.Outcome;
import eu.mieux.preimplementation.content.Output;
import eu.mieux.preimplementation.content.PlannedActivity;
import eu.mieux.preimplementation.content.Risk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Fiches that are printed without a service around them. */
final class Documents {

    static final CodeLists CODES = CodeLists.of(Path.of(System.getProperty("mieux.root"), "deploy/facility/mieux"));

    private Documents() {}

    static Paper of(FicheContent content, String language) {
        Words words = new Words(CODES, Locale.of(language));
        return new Paper(
                Locale.of(language),
                "2017-03-Costa-Rica-III-fiche-v4",
                Texts.line("MIEUX – MIgration EU eXpertise"),
                Texts.line(words.get("kind")),
                Texts.line("Costa Rica III"),
                List.of(
                        new Paper.Fact(words.get("reference"), List.of(Texts.line("2017-03"))),
                        new Paper.Fact(
                                words.get("authorities"),
                                List.of(Texts.line("Dirección General de Migración"), Texts.line("وزارة الداخلية")))),
                new Sections(content, words, CODES.list("budget-categories").codes()).all(),
                words.get("funded", words.ofFacility("funder")) + " · "
                        + words.get("implemented", words.ofFacility("implementer")),
                new Paper.PageNumber(words.get("page"), words.get("of")),
                Instant.parse("2017-04-05T10:00:00Z"));
    }

    static FicheContent usual() {
        Indicator indicator = new Indicator(
                "Officers who pass the test on forged documents", "percent", "40", "80", "The academy's register");
        return new FicheContent(
                "LATIN_AMERICA_CARIBBEAN",
                "IRREGULAR_MIGRATION",
                List.of("BORDER_MANAGEMENT", "DOCUMENT_SECURITY"),
                "Forged documents are found at the border, and those who bear them are treated as the law says.",
                List.of(indicator),
                "The Professional Migration Police has ten laboratories.\n\nTwo of them are new, eight lack a spectrometer: “nothing works”, as a chief said.\nتعمل الشرطة مع وزارة الداخلية في 10 مختبرات.\nמשרד הפנים ומשטרת הגבולות.\nМинистерство внутренних дел; Ελλάδα; საქართველო; Հայաստան.",
                List.of(
                        new Outcome(
                                "Officers recognise forgeries.",
                                List.of(
                                        indicator,
                                        new Indicator(
                                                "Refusals upheld in court", "percent", "55", "75", "Court records")),
                                List.of(
                                        new Output("A handbook on document security.", List.of(indicator)),
                                        new Output("Ten trainers of the academy.", null))),
                        new Outcome("Laboratories work by one procedure.", null, null)),
                IntStream.rangeClosed(1, 6).mapToObj(Documents::activity).toList(),
                List.of(
                        new BudgetLine("Trainers", "FEES", "day", "60", "350.00", "21000.00"),
                        new BudgetLine("Flights Europe–San José", "TRAVEL", "flight", "12", "1150.50", "13806.00"),
                        new BudgetLine("Lead expert", "FEES", "day", "22.5", "420.00", "9450.00"),
                        new BudgetLine("Handbook, 500 copies", "VISIBILITY", null, "1", "2750", "2750")),
                List.of(
                        new Risk(
                                "Elections delay the decree.",
                                "MEDIUM",
                                "HIGH",
                                "Begin with the handbook, which needs none."),
                        new Risk("Trained officers are moved.", null, null, null)),
                "Half of the places are for women.",
                "The curriculum covers the right to seek asylum.",
                null,
                null,
                List.of("10.7", "16.a"),
                null);
    }

    static PlannedActivity activity(int number) {
        return new PlannedActivity(
                number,
                "TRAINING",
                "Training on document security, module " + number,
                number % 3 == 0 ? "REMOTE" : "ON_SITE",
                "2017-%02d".formatted(5 + number),
                number == 2 ? 30 : 5,
                "CR",
                "San José",
                List.of(new ExpertProfile("Document examiner of a border police", 2, List.of("es", "en"), 5)));
    }
}
