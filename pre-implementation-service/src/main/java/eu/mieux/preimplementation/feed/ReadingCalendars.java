package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.deadline.Deadlines;
import eu.mieux.preimplementation.deadline.Entry;
import eu.mieux.preimplementation.deadline.Reader;
import eu.mieux.preimplementation.deadline.Window;
import eu.mieux.preimplementation.deadline.Words;
import eu.mieux.preimplementation.rights.KeptRights;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** What a link shows: what its owner could see when she made it, as it stands now. */
@ApplicationScoped
class ReadingCalendars {

    private final CalendarFeeds feeds;
    private final KeptRights rights;
    private final List<Deadlines> deadlines;
    private final CodeLists codes;
    private final FacilityCalendar calendar;
    private final Clock clock;

    ReadingCalendars(
            CalendarFeeds feeds,
            KeptRights rights,
            @All List<Deadlines> deadlines,
            CodeLists codes,
            FacilityCalendar calendar,
            Clock clock) {
        this.feeds = feeds;
        this.rights = rights;
        this.deadlines = deadlines;
        this.codes = codes;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws CalendarFeedRefusals.UnknownCalendarLink when the link is none, or none any more */
    @Transactional
    byte[] read(Secret secret) {
        CalendarFeed feed = feeds.linked(secret).orElseThrow(CalendarFeedRefusals.UnknownCalendarLink::new);
        feeds.wasRead(feed, Time.now(clock));
        Reader reader = new Reader(rights.listener(feed.rights()), new Words(codes, feed.language()));
        return CalendarText.write(feed.name(), codes.facility().name(), feed.language(), entries(feed, reader));
    }

    /** Those nearest to today, in the order of their days, so that the same entries are the same text. */
    private List<Entry> entries(CalendarFeed feed, Reader reader) {
        Window window = Window.around(calendar.today());
        return deadlines.stream()
                .filter(each -> feed.tells(each.kind()))
                .flatMap(each -> each.of(reader, window).stream())
                .sorted(Comparator.comparingLong((Entry entry) -> Math.abs(ChronoUnit.DAYS.between(
                                window.today(), entry.when().day())))
                        .thenComparing(Entry::uid))
                .limit(Window.MOST)
                .sorted(Comparator.comparing((Entry entry) -> entry.when().day())
                        .thenComparing(Entry::uid))
                .toList();
    }
}
