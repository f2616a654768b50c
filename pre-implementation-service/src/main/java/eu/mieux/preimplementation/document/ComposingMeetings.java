package eu.mieux.preimplementation.document;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.document.Paper.Fact;
import eu.mieux.preimplementation.document.Paper.PageNumber;
import eu.mieux.preimplementation.meeting.MeetingsInSight;
import eu.mieux.preimplementation.meeting.MeetingsInSight.Attended;
import eu.mieux.preimplementation.meeting.MeetingsInSight.Known;
import eu.mieux.preimplementation.meeting.MeetingsInSight.Minutes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the agenda and the minutes of a meeting together as documents, in the reader's language and within her sight. */
@ApplicationScoped
class ComposingMeetings {

    private final MeetingsInSight meetings;
    private final CodeLists codes;
    private final FacilityCalendar calendar;
    private final Clock clock;

    ComposingMeetings(MeetingsInSight meetings, CodeLists codes, FacilityCalendar calendar, Clock clock) {
        this.meetings = meetings;
        this.codes = codes;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** With how each request stands now: an agenda that was printed yesterday may say less. */
    @Transactional
    Paper agenda(String id, @Nullable String acceptLanguage) {
        Known meeting = meetings.get(id);
        Words words = words(acceptLanguage);
        Instant now = clock.instant();
        List<Fact> facts = facts(meeting, words);
        fact(facts, words.get("meeting.link"), some(meeting.link()));
        fact(
                facts,
                words.get("meeting.invited"),
                meeting.invited().stream().map(words::institution).toList());
        fact(facts, words.get("meeting.asOf"), List.of(words.day(calendar.dayOf(now))));
        return paper(meeting, words, "agenda", facts, new MeetingPoints(meeting.items(), words).agenda(), now);
    }

    @Transactional
    Paper minutes(String id, @Nullable String acceptLanguage) {
        Known meeting = meetings.withMinutes(id);
        Minutes minutes = Objects.requireNonNull(meeting.minutes());
        Words words = words(acceptLanguage);
        List<Fact> facts = facts(meeting, words);
        fact(
                facts,
                words.get("meeting.attended"),
                minutes.attended().stream().map(one -> attended(one, words)).toList());
        fact(
                facts,
                words.get("meeting.status"),
                List.of(words.get(
                        minutes.isAdopted() ? "meeting.adoptedOn" : "meeting.draftOf",
                        words.day(calendar.dayOf(minutes.changedAt())))));
        return paper(
                meeting,
                words,
                "minutes",
                facts,
                new MeetingPoints(meeting.items(), words).minutes(),
                minutes.changedAt());
    }

    private static Paper paper(
            Known meeting, Words words, String kind, List<Fact> facts, List<Block> blocks, Instant savedAt) {
        return new Paper(
                words.language(),
                Texts.fileName(meeting.day().toString(), meeting.title(), kind),
                Texts.line(words.facility()),
                Texts.line(words.get("meeting." + kind)),
                Texts.line(meeting.title()),
                facts,
                blocks,
                words.footer(),
                new PageNumber(words.get("page"), words.get("of")),
                savedAt);
    }

    private List<Fact> facts(Known meeting, Words words) {
        List<Fact> facts = new ArrayList<>();
        fact(
                facts,
                words.get("meeting.time"),
                List.of(words.get(
                        "meeting.fromUntil",
                        words.weekday(meeting.day()),
                        meeting.from().toString(),
                        meeting.until().toString(),
                        codes.facility().zone().getId())));
        fact(facts, words.get("place"), some(meeting.place()));
        fact(facts, words.get("meeting.cancelled"), some(meeting.cancelledBecause()));
        return facts;
    }

    private static String attended(Attended one, Words words) {
        String function = one.function();
        return words.institution(one.institution()) + (function == null ? "" : ", " + function);
    }

    private static List<String> some(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    private static void fact(List<Fact> facts, String name, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(name, values.stream().map(Texts::line).toList()));
        }
    }

    private Words words(@Nullable String acceptLanguage) {
        return new Words(codes, codes.facility().language(acceptLanguage));
    }
}
