package eu.mieux.knowledge.media;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.key.ReadableKeys;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Noting where the facility was mentioned, and correcting what was noted. */
@ApplicationScoped
class Recording {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final MediaMentions mentions;
    private final EventLog events;
    private final CodeLists codes;
    private final Clock clock;
    private final ReadableKeys keys;

    Recording(MediaMentions mentions, EventLog events, CodeLists codes, Clock clock, ReadableKeys keys) {
        this.mentions = mentions;
        this.events = events;
        this.codes = codes;
        this.clock = clock;
        this.keys = keys;
    }

    @Transactional
    MediaMention record(MediaMentionCommand command) {
        check(command);
        String key = keys.free(command.publishedOn() + " " + command.outlet(), mentions::isTaken);
        MediaMention mention = MediaMention.recorded(key, command.facts(null));
        mentions.persistAndFlush(mention);
        events.append(mention, new MediaMentionEvent.MediaMentionRecorded());
        return mention;
    }

    @Transactional
    MediaMention amend(String idOrKey, @Nullable String ifMatch, MediaMentionCommand command) {
        MediaMention mention = mentions.getForChange(idOrKey);
        ETags.require(ifMatch, mention);
        check(command);
        mention.amend(command.facts(mention.facts().provenance())).ifPresent(event -> events.append(mention, event));
        return mention;
    }

    private void check(MediaMentionCommand command) {
        String country = command.country();
        LocalDate today = LocalDate.ofInstant(clock.instant(), codes.facility().zone());
        new InvalidFields.Check()
                .that(
                        country == null || codes.list("countries").contains(country),
                        "/country",
                        "This is no ISO 3166-1 alpha-2 country code.")
                .that(
                        !command.publishedOn().isBefore(EARLIEST)
                                && !command.publishedOn().isAfter(today),
                        "/publishedOn",
                        "Give a day from %s to today, %s.".formatted(EARLIEST, today))
                .orRefuse();
    }
}
