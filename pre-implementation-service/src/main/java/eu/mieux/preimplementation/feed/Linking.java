package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.codelist.Facility;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.rights.KeptRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Making links to calendars, and revoking them. */
@ApplicationScoped
@Transactional
class Linking {

    private final CalendarFeeds feeds;
    private final KeptRights rights;
    private final AuditNotes notes;
    private final CodeLists codes;
    private final Caller caller;
    private final Clock clock;
    private final int most;

    Linking(
            CalendarFeeds feeds,
            KeptRights rights,
            AuditNotes notes,
            CodeLists codes,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "mieux.calendar-feeds.per-person") int most) {
        this.feeds = feeds;
        this.rights = rights;
        this.notes = notes;
        this.codes = codes;
        this.caller = caller;
        this.clock = clock;
        this.most = most;
    }

    /** A link, with what is told of it once. */
    record Made(CalendarFeed feed, Secret secret) {}

    Made make(MakeCalendarFeed command, @Nullable String acceptLanguage) {
        Locale language = language(command.language(), acceptLanguage);
        String owner = caller.claim(CalendarFeedPolicy.SUBJECT).orElseGet(caller::subject);
        if (feeds.countOf(owner) >= most) {
            throw new CalendarFeedRefusals.TooManyCalendarFeeds(most);
        }
        Secret secret = Secret.fresh();
        CalendarFeed feed = new CalendarFeed(
                owner,
                command.name(),
                language,
                command.kindsAsked(),
                rights.now(CalendarFeedResource.class),
                secret,
                Time.now(clock));
        feeds.persistAndFlush(feed);
        notes.done(feed.aggregateType(), feed.id(), "made");
        return new Made(feed, secret);
    }

    /** From now on its link leads nowhere. */
    void revoke(String id, @Nullable String ifMatch) {
        CalendarFeed feed = feeds.getForChange(id);
        ETags.require(ifMatch, feed);
        notes.done(feed.aggregateType(), feed.id(), "revoked");
        feeds.delete(feed);
    }

    private Locale language(@Nullable String named, @Nullable String acceptLanguage) {
        Facility facility = codes.facility();
        if (named == null) {
            return facility.language(acceptLanguage);
        }
        return facility.languages().stream()
                .filter(one -> one.toLanguageTag().equals(named))
                .findFirst()
                .orElseThrow(() -> new InvalidFields(
                        "/language",
                        "Name one of the facility's languages: "
                                + facility.languages().stream()
                                        .map(Locale::toLanguageTag)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
