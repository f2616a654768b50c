package eu.mieux.knowledge.publication;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Bringing a publication before the public, and taking it back. What is findable by whom follows its status at once. */
@ApplicationScoped
class Publishing {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Publications publications;
    private final EventLog events;
    private final CodeLists codes;
    private final Caller caller;
    private final Clock clock;

    Publishing(Publications publications, EventLog events, CodeLists codes, Caller caller, Clock clock) {
        this.publications = publications;
        this.events = events;
        this.codes = codes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Publication startReview(String idOrKey, @Nullable String ifMatch) {
        Publication publication = forChange(idOrKey, ifMatch);
        PublicationEvent event = publication.startReview();
        new InvalidFields.Check()
                .that(!publication.draft().languages().isEmpty(), "/languages", "Name at least one language.")
                .orRefuse();
        events.append(publication, event);
        return publication;
    }

    @Transactional
    Publication giveBack(String idOrKey, @Nullable String ifMatch) {
        Publication publication = forChange(idOrKey, ifMatch);
        events.append(publication, publication.giveBack());
        return publication;
    }

    @Transactional
    Publication publish(String idOrKey, @Nullable String ifMatch, PublicationCommands.Publish command) {
        Publication publication = forChange(idOrKey, ifMatch);
        LocalDate today = LocalDate.ofInstant(clock.instant(), codes.facility().zone());
        LocalDate on = command.publishedOn() == null ? today : command.publishedOn();
        PublicationEvent event =
                publication.publish(on, new Publication.VisibilityConfirmed(caller.subject(), Time.now(clock)));
        new InvalidFields.Check()
                .that(
                        Boolean.TRUE.equals(command.fundingStatementConfirmed()),
                        "/fundingStatementConfirmed",
                        "Nothing is published without its funding statement: check that it is there, and confirm with true.")
                .that(
                        Boolean.TRUE.equals(command.emblemConfirmed()),
                        "/emblemConfirmed",
                        "Nothing is published without the funder's emblem: check that it is there, and confirm with true.")
                .that(
                        Boolean.TRUE.equals(command.disclaimerConfirmed()),
                        "/disclaimerConfirmed",
                        "Nothing is published without the disclaimer: check that it is there, and confirm with true.")
                .that(
                        !on.isAfter(today) && !on.isBefore(EARLIEST),
                        "/publishedOn",
                        "Give a day from %s to today, %s.".formatted(EARLIEST, today))
                .orRefuse();
        events.append(publication, event);
        return publication;
    }

    @Transactional
    Publication withdraw(String idOrKey, @Nullable String ifMatch, String because) {
        Publication publication = forChange(idOrKey, ifMatch);
        events.append(publication, publication.withdraw(because));
        return publication;
    }

    private Publication forChange(String idOrKey, @Nullable String ifMatch) {
        Publication publication = publications.getForChange(idOrKey);
        ETags.honour(ifMatch, publication);
        return publication;
    }
}
