package eu.mieux.preimplementation.feed;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ProductId;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import eu.mieux.preimplementation.deadline.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * A calendar as text (RFC 5545, with the names of RFC 7986 and those that programs knew before it). The same entries are the same
 * text, byte for byte: nothing in it tells when it was written.
 */
final class CalendarText {

    /** Of characters: where every one takes three bytes, this is less than the 75 bytes that a line may have. */
    private static final int LINE = 24;

    /** How often programs are asked to look again. */
    private static final Duration REFRESH = Duration.builder().hours(1).build();

    private CalendarText() {}

    static byte[] write(String name, String facility, Locale language, List<Entry> entries) {
        String shown = line(name);
        ICalendar calendar = new ICalendar();
        calendar.setProductId(new ProductId(
                "-//%s//Calendar//%s".formatted(facility, language.getLanguage().toUpperCase(Locale.ROOT))));
        calendar.setName(shown);
        // RFC 7986 wants its type named, which the library leaves out.
        calendar.setRefreshInterval(REFRESH).setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(shown));
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH.toString());
        String domain = "@" + facility.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        entries.forEach(entry -> calendar.addEvent(event(entry, domain)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Entry entry, String domain) {
        VEvent event = new VEvent();
        event.setUid(entry.uid() + domain);
        event.setSequence((int) Math.min(entry.sequence(), Integer.MAX_VALUE));
        // What a calendar without METHOD must say: when the record was last changed.
        event.setDateTimeStamp(Date.from(entry.changedAt()));
        event.setLastModified(Date.from(entry.changedAt()));
        switch (entry.when()) {
            case Entry.Days days -> {
                event.setDateStart(new DateStart(date(days.first())));
                // The first day that is no more of it.
                event.setDateEnd(new DateEnd(date(days.last().plusDays(1))));
                event.setTransparency(true);
            }
            case Entry.Times times -> {
                event.setDateStart(new DateStart(Date.from(times.from()), true));
                event.setDateEnd(new DateEnd(Date.from(times.until()), true));
                event.setTransparency(false);
            }
        }
        event.setStatus(
                switch (entry.standing()) {
                    case TENTATIVE -> Status.tentative();
                    case CONFIRMED -> Status.confirmed();
                    case CANCELLED -> Status.cancelled();
                });
        event.setSummary(line(entry.summary()));
        event.setDescription(lines(entry.description()));
        String place = entry.place();
        if (place != null) {
            event.setLocation(line(place));
        }
        return event;
    }

    private static ICalDate date(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Of what people wrote, some breaks a line for one program and not for another: here nothing does. */
    private static String line(String text) {
        return lines(text).replace('\n', ' ');
    }

    private static String lines(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\\n]]", " ").strip();
    }
}
