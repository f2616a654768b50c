package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.inbox.Reaction;
import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.preimplementation.authority.FocalPoints;
import eu.mieux.preimplementation.authority.FocalPoints.FocalPoint;
import eu.mieux.preimplementation.notification.Occasion.Repetition;
import eu.mieux.preimplementation.rights.KeptRights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down who is to be told of an event, in the transaction in which the event is received: once, for an event is received once
 * in effect. Who may hear of it is what the event says, against her rights; whom it concerns is said by the {@link Occasion}.
 */
@ApplicationScoped
class Telling implements Reaction {

    private static final String FOCAL_POINTS = "focal-point";
    private static final String OF_AUTHORITY = "partner:" + FocalPoints.CLAIM + "=";

    private final Occasions occasions;
    private final Recipients recipients;
    private final FocalPoints focalPoints;
    private final KeptRights rights;
    private final Told told;

    Telling(Occasions occasions, Recipients recipients, FocalPoints focalPoints, KeptRights rights, Told told) {
        this.occasions = occasions;
        this.recipients = recipients;
        this.focalPoints = focalPoints;
        this.rights = rights;
        this.told = told;
    }

    @Override
    public Set<String> reactsTo() {
        return Set.of("request", "action-fiche", "fiche-comment", "meeting");
    }

    @Override
    public void on(ReceivedEvent event) {
        List<Occasion> toTell = occasions.of(event);
        if (toTell.isEmpty() || !told.isAfterStart(event.aggregateType(), event.time())) {
            return;
        }
        UUID id = UUID.fromString(event.attributes().get("id"));
        String actor = told.actorOf(id);
        for (Recipient recipient : recipients.toldOf(event.time())) {
            String kept = recipient.rights();
            if (kept != null && !actor.equals(recipient.subject())) {
                Listener who = rights.listener(kept);
                toTell.forEach(occasion -> tell(occasion, recipient, who, event, id));
            }
        }
        if (told.isAfterStart(FOCAL_POINTS, event.time())) {
            tellFocalPoints(toTell, event, id, actor);
        }
    }

    private void tellFocalPoints(List<Occasion> toTell, ReceivedEvent event, UUID id, String actor) {
        if (toTell.stream().noneMatch(occasion -> occasion.roles().contains("partner"))) {
            return;
        }
        List<String> asking = event.audience().stream()
                .filter(seer -> seer.startsWith(OF_AUTHORITY))
                .map(seer -> seer.substring(OF_AUTHORITY.length()))
                .toList();
        for (FocalPoint focalPoint : focalPoints.of(asking)) {
            Recipient recipient = recipients.atAddress(focalPoint.email(), language(focalPoint));
            if (!actor.equals(recipient.subject())) {
                Listener who = FocalPoints.listener(focalPoint.authority());
                toTell.forEach(occasion -> tell(occasion, recipient, who, event, id));
            }
        }
    }

    private void tell(Occasion occasion, Recipient recipient, Listener who, ReceivedEvent event, UUID id) {
        String address = recipient.address();
        if (address == null
                || recipient.delivery(occasion.kind()) == NotificationDelivery.NEVER
                || !concerns(occasion, who, event)) {
            return;
        }
        Optional<String> matter = occasion.whom().matterFor(recipient.subject(), who);
        if (matter.isEmpty()) {
            return;
        }
        Optional<String> last = told.last(occasion, address);
        boolean again = switch (occasion.repetition()) {
            case NONE -> false;
            case REMINDER -> true;
            case CHANGE -> last.isPresent();
        };
        if (occasion.repetition() == Repetition.REMINDER || !last.equals(matter)) {
            told.tell(recipient, address, id, occasion, matter.get(), again);
        }
    }

    /** By a role that it concerns she sees the record; that she sees it by another is not enough. */
    private static boolean concerns(Occasion occasion, Listener who, ReceivedEvent event) {
        String path = event.attributes().getOrDefault("dataref", "");
        return occasion.roles().stream()
                .filter(who.roles()::contains)
                .map(role -> new Listener(Set.of(role), who.claims(), who.scopes()))
                .anyMatch(asOne -> asOne.hears(path, event.audience()));
    }

    /** The first of hers in which mails are written. */
    private static String language(FocalPoint focalPoint) {
        return focalPoint.languages().stream()
                .map(language -> language.toLowerCase(Locale.ROOT))
                .filter(Wording.LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }
}
