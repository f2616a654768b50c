package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code authorities.csv}. */
@ApplicationScoped
class AuthoritiesFile implements PortfolioFile<AuthoritiesFile.Entry> {

    private static final List<String> COLUMNS =
            List.of("key", "name", "type", "country", "regional_organisation", "provenance");

    /** A row. */
    record Entry(String key, Authority.Facts facts) {}

    private final Authorities authorities;
    private final EventLog events;
    private final CodeLists codes;

    AuthoritiesFile(Authorities authorities, EventLog events, CodeLists codes) {
        this.authorities = authorities;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "authorities";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Entry read(Row row) {
        return new Entry(
                row.key("key"),
                new Authority.Facts(
                        row.required("name"),
                        row.requiredOneOf("type", AuthorityType.class),
                        row.code("country", codes.list("countries")::contains, "An ISO 3166-1 alpha-2 country code."),
                        row.text("regional_organisation"),
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
        Map<String, Authority> known = authorities.lockByKey(
                lines.stream().map(line -> line.row().key()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<Entry> line : lines) {
            Entry entry = line.row();
            Authority authority = known.get(entry.key());
            if (authority != null && authority.mergedInto().isPresent()) {
                // A portfolio that was written before does not undo what was found out since.
                outcome.unchanged();
            } else if (authority == null) {
                Authority registered = Authority.registered(entry.key(), entry.facts());
                authorities.persist(registered);
                happenings.add(new EventLog.Happening(registered, new AuthorityEvent.AuthorityRegistered()));
                outcome.created();
            } else {
                authority
                        .amend(entry.facts())
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(authority, event));
                                    outcome.updated();
                                },
                                outcome::unchanged);
            }
        }
        events.appendAll(happenings);
    }

    @Override
    public String exportQuery() {
        return """
                select key, name, type, country, regional_organisation, provenance
                from authority where merged_into is null order by key collate "C\"""";
    }
}
