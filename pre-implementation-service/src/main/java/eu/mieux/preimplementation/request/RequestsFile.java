package eu.mieux.preimplementation.request;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.preimplementation.authority.Authorities;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.reference.Reference;
import eu.mieux.preimplementation.reference.ReferenceNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code requests.csv}. */
@ApplicationScoped
class RequestsFile implements PortfolioFile<RequestRecord> {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "submitted_on",
            "title",
            "authorities",
            "countries",
            "themes",
            "status",
            "decided_on",
            "decision_note",
            "provenance");

    private final Requests requests;
    private final Authorities authorities;
    private final ReferenceNumbers references;
    private final Regions regions;
    private final EventLog events;
    private final CodeLists codes;
    private final FacilityCalendar calendar;

    RequestsFile(
            Requests requests,
            Authorities authorities,
            ReferenceNumbers references,
            Regions regions,
            EventLog events,
            CodeLists codes,
            FacilityCalendar calendar) {
        this.requests = requests;
        this.authorities = authorities;
        this.references = references;
        this.regions = regions;
        this.events = events;
        this.codes = codes;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public RequestRecord read(Row row) {
        List<String> countries = row.codes(
                "countries", codes.list("countries")::contains, "ISO 3166-1 alpha-2 codes, separated by semicolons.");
        LocalDate submittedOn = row.date("submitted_on");
        LocalDate decidedOn = row.date("decided_on");
        String reference =
                row.matching("reference", Reference.FORM, "YYYY-NN, at least two digits after the year: 2017-03.");
        row.ordered("submitted_on", "decided_on", submittedOn, decidedOn);
        RequestStatus status = row.requiredOneOf("status", RequestStatus.class);
        if (RequestStatus.DRAFT.name().equals(row.text("status"))) {
            row.reject("status", "unknown-code", "A draft has no reference yet.", "A status from SUBMITTED on.");
        }
        return new RequestRecord(
                reference,
                submittedOn,
                row.required("title"),
                row.list("authorities"),
                countries,
                regions.of(countries),
                row.codes(
                        "themes", codes.list("themes")::contains, "Codes of the list themes, separated by semicolons."),
                status,
                decidedOn,
                row.text("decision_note"),
                row.code("provenance", codes.list("provenances")::contains, "published, derived or illustrative."));
    }

    @Override
    public String key(RequestRecord row) {
        return row.reference();
    }

    @Override
    public void keep(List<Line<RequestRecord>> lines, Outcome outcome) {
        List<Line<RequestRecord>> sound = bySuccessors(withKnownAuthorities(lines, outcome));
        Map<String, Request> known = requests.lockByReference(
                sound.stream().map(line -> line.row().reference()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        LocalDate today = calendar.today();
        for (Line<RequestRecord> line : sound) {
            RequestRecord row = line.row();
            Request request = known.get(row.reference());
            if (request != null && row.equals(request.asRecord())) {
                outcome.unchanged();
            } else if (!RecordedDays.fit(request, line, today, outcome)) {
                outcome.rejected();
            } else if (request == null) {
                Request recorded = Request.recorded(row, today);
                requests.persist(recorded);
                happenings.add(new EventLog.Happening(recorded, new RequestEvent.RequestRecorded()));
                outcome.created();
            } else {
                happenings.add(new EventLog.Happening(request, request.record(row, today)));
                outcome.updated();
            }
        }
        events.appendAll(happenings);
        List<Reference> brought =
                sound.stream().map(line -> Reference.of(line.row().reference())).toList();
        tellOfGap(brought, Year.from(today), outcome);
        Map<Year, Reference> highest = new TreeMap<>();
        brought.forEach(r -> highest.merge(r.year(), r, (a, b) -> a.number() > b.number() ? a : b));
        highest.values().forEach(references::keepUpWith);
    }

    /** Numbers of this year are gap-free, as the next submissions go on counting from the highest; of past years nobody knows. */
    private void tellOfGap(List<Reference> brought, Year thisYear, Outcome outcome) {
        int last = references.last(thisYear);
        List<Reference> ahead = brought.stream()
                .filter(reference -> reference.year().equals(thisYear) && reference.number() > last)
                .sorted(Comparator.comparingInt(Reference::number))
                .toList();
        if (!ahead.isEmpty() && ahead.getLast().number() - last > ahead.size()) {
            Reference highest = ahead.getLast();
            outcome.remark("%s leaves numbers of %s out: the last before was %s, and the next submission will be %s."
                    .formatted(
                            highest,
                            thisYear,
                            last == 0 ? "none" : new Reference(thisYear, last),
                            new Reference(thisYear, highest.number() + 1)));
        }
    }

    /** A portfolio may be older than a merger. */
    private List<Line<RequestRecord>> bySuccessors(List<Line<RequestRecord>> lines) {
        Map<String, String> successors = authorities.successors(lines.stream()
                .flatMap(line -> line.row().authorityKeys().stream())
                .collect(Collectors.toSet()));
        return successors.isEmpty()
                ? lines
                : lines.stream()
                        .map(line -> new Line<>(line.number(), line.row().by(successors)))
                        .toList();
    }

    private List<Line<RequestRecord>> withKnownAuthorities(List<Line<RequestRecord>> lines, Outcome outcome) {
        Set<String> unknown = authorities.unknown(lines.stream()
                .flatMap(line -> line.row().authorityKeys().stream())
                .collect(Collectors.toSet()));
        List<Line<RequestRecord>> sound = new ArrayList<>();
        for (Line<RequestRecord> line : lines) {
            List<String> missing = line.row().authorityKeys().stream()
                    .filter(unknown::contains)
                    .toList();
            missing.forEach(key -> outcome.unknownReference(line.number(), "authorities", key, "authority"));
            if (missing.isEmpty()) {
                sound.add(line);
            } else {
                outcome.rejected();
            }
        }
        return sound;
    }

    @Override
    public String exportQuery() {
        return """
                select reference, submitted_on::text, title, array_to_string(authority_keys, ';'),
                       array_to_string(countries, ';'), array_to_string(themes, ';'), status, decided_on::text,
                       decision_note, provenance
                from request where reference is not null
                order by split_part(reference, '-', 1), split_part(reference, '-', 2)::int""";
    }
}
