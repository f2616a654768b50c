package eu.mieux.expert.roster;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code experts.csv}. */
@ApplicationScoped
class ExpertsFile implements PortfolioFile<ExpertsFile.Entry> {

    private static final List<String> COLUMNS = List.of(
            "key",
            "given_name",
            "family_name",
            "gender",
            "nationality",
            "category",
            "background",
            "institution",
            "languages",
            "themes",
            "registered_on",
            "provenance");
    private static final Pattern NUMBERED = Pattern.compile("expert-(\\d{1,12})");

    /** A row. */
    record Entry(String key, Profile profile) {}

    private final Experts experts;
    private final Standings standings;
    private final Languages languages;
    private final PersonalDataReads reads;
    private final EventLog events;
    private final CodeLists codes;

    ExpertsFile(
            Experts experts,
            Standings standings,
            Languages languages,
            PersonalDataReads reads,
            EventLog events,
            CodeLists codes) {
        this.experts = experts;
        this.standings = standings;
        this.languages = languages;
        this.reads = reads;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "experts";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Entry read(Row row) {
        return new Entry(
                row.key("key"),
                new Profile(
                        row.text("given_name"),
                        row.text("family_name"),
                        row.code("gender", codes.list("genders")::contains, "A code of the list genders."),
                        row.code(
                                "nationality",
                                codes.list("countries")::contains,
                                "An ISO 3166-1 alpha-2 country code."),
                        standings.read(row),
                        row.text("institution"),
                        row.codes("languages", languages::isSkill, Languages.FORM + " Separate with semicolons."),
                        row.codes(
                                "themes",
                                codes.list("themes")::contains,
                                "Codes of the list themes, separated by semicolons."),
                        row.date("registered_on"),
                        row.code(
                                "provenance",
                                codes.list("provenances")::contains,
                                "published, derived or illustrative.")));
    }

    @Override
    public String key(Entry entry) {
        return entry.key();
    }

    @Override
    public void keep(List<Line<Entry>> lines, Outcome outcome) {
        Map<String, Expert> known =
                experts.lockByKey(lines.stream().map(line -> line.row().key()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<Entry> line : lines) {
            Entry entry = line.row();
            Expert expert = known.get(entry.key());
            if (expert == null) {
                Expert registered = Expert.registered(entry.key(), entry.profile(), Contact.UNKNOWN);
                experts.persist(registered);
                happenings.add(new EventLog.Happening(registered, new ExpertEvent.ExpertRegistered()));
                outcome.created();
            } else {
                // The file says nothing of her contact, which stays as it is.
                expert.amend(entry.profile(), expert.contact())
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(expert, event));
                                    outcome.updated();
                                },
                                outcome::unchanged);
            }
        }
        events.appendAll(happenings);
        lines.stream()
                .map(line -> NUMBERED.matcher(line.row().key()))
                .filter(Matcher::matches)
                .mapToLong(numbered -> Long.parseLong(numbered.group(1)))
                .max()
                .ifPresent(experts::keepUpWith);
    }

    /** Whoever asks for this gets every expert's name; so the asking itself is written down. */
    @Override
    public String exportQuery() {
        reads.shownAll("export");
        return """
                select key, given_name, family_name, gender, nationality, category, background, institution,
                       array_to_string(languages, ';'), array_to_string(themes, ';'), registered_on::text, provenance
                from expert order by key collate "C\"""";
    }
}
