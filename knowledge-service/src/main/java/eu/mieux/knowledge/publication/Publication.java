package eu.mieux.knowledge.publication;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationGivenUp;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationPublished;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationRecorded;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationReturned;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationReviewStarted;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationRevised;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationWithdrawn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product or an article, from its first draft to the public and back. Every change is one of the transitions below. */
@Entity
class Publication implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column
    private String title;

    @Column
    private String kind;

    @Column(columnDefinition = "text[]")
    private List<String> languages;

    @Column(name = "published_on")
    private @Nullable LocalDate publishedOn;

    @Column
    private @Nullable String region;

    @Column(columnDefinition = "text[]")
    private List<String> countries;

    @Column(columnDefinition = "text[]")
    private List<String> themes;

    @Column
    private @Nullable String source;

    @Column
    private @Nullable String summary;

    @Column
    private @Nullable String body;

    @Column(name = "action_codes", columnDefinition = "text[]")
    private List<String> actionCodes;

    @Column
    @Enumerated(EnumType.STRING)
    private PublicationStatus status;

    @Column(name = "visibility_confirmed_by")
    private @Nullable String visibilityConfirmedBy;

    @Column(name = "visibility_confirmed_at")
    private @Nullable Instant visibilityConfirmedAt;

    @Column(name = "withdrawn_because")
    private @Nullable String withdrawnBecause;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Publication() {}

    @SuppressWarnings(
            "NullAway.Init") // What is missing here is filled by the draft or the record that it is made from.
    private Publication(String key) {
        this.id = Time.newId();
        this.key = key;
        this.actionCodes = List.of();
        this.status = PublicationStatus.DRAFT;
    }

    /** Who saw, and when, that funding statement, emblem and disclaimer are in place. */
    record VisibilityConfirmed(String by, Instant at) {}

    static Publication drafted(String key, PublicationDraft draft) {
        Publication publication = new Publication(key);
        publication.take(draft);
        return publication;
    }

    PublicationRevised revise(PublicationDraft draft) {
        if (status != PublicationStatus.DRAFT) {
            throw new PublicationRefusals.PublicationNotADraft(key, status);
        }
        take(draft);
        return new PublicationRevised();
    }

    PublicationReviewStarted startReview() {
        become(PublicationStatus.IN_REVIEW);
        return new PublicationReviewStarted();
    }

    PublicationReturned giveBack() {
        become(PublicationStatus.DRAFT);
        publishedOn = null;
        withdrawnBecause = null;
        forgetVisibility();
        return new PublicationReturned();
    }

    PublicationPublished publish(LocalDate on, VisibilityConfirmed confirmed) {
        become(PublicationStatus.PUBLISHED);
        publishedOn = on;
        visibilityConfirmedBy = confirmed.by();
        visibilityConfirmedAt = confirmed.at();
        return new PublicationPublished();
    }

    PublicationEvent withdraw(String because) {
        boolean wasPublic = status == PublicationStatus.PUBLISHED;
        become(PublicationStatus.WITHDRAWN);
        withdrawnBecause = because;
        return wasPublic ? new PublicationWithdrawn() : new PublicationGivenUp();
    }

    static Publication recorded(PublicationRecord row) {
        Publication publication = new Publication(row.key());
        publication.take(row);
        return publication;
    }

    /** Brings it to the state of a portfolio's row; empty when that changes nothing. */
    Optional<PublicationRecorded> record(PublicationRecord row) {
        if (row.equals(asRecord()) && status == statusBy(row)) {
            return Optional.empty();
        }
        take(row);
        return Optional.of(new PublicationRecorded());
    }

    /** A row does not tell a draft from what is in review: that stays as it is. */
    private PublicationStatus statusBy(PublicationRecord row) {
        if (row.publishedOn() != null) {
            return PublicationStatus.PUBLISHED;
        }
        return status == PublicationStatus.IN_REVIEW ? status : PublicationStatus.DRAFT;
    }

    private void take(PublicationDraft draft) {
        title = draft.title();
        kind = draft.kind();
        languages = draft.languages();
        region = draft.region();
        countries = draft.about();
        themes = draft.onThemes();
        source = draft.source();
        summary = draft.summary();
        body = draft.text();
        actionCodes = draft.actions();
        version++;
    }

    private void take(PublicationRecord row) {
        status = statusBy(row);
        title = row.title();
        kind = row.kind();
        languages = row.languages();
        publishedOn = row.publishedOn();
        region = row.region();
        countries = row.countries();
        themes = row.themes();
        source = row.source();
        provenance = row.provenance();
        withdrawnBecause = null;
        if (status != PublicationStatus.PUBLISHED) {
            forgetVisibility();
        }
        version++;
    }

    private PublicationRecord asRecord() {
        return new PublicationRecord(
                key, title, kind, languages, publishedOn, region, countries, themes, source, provenance);
    }

    private void become(PublicationStatus next) {
        if (!status.mayBecome(next)) {
            throw new PublicationRefusals.IllegalPublicationStep(key, status, next);
        }
        status = next;
        version++;
    }

    private void forgetVisibility() {
        visibilityConfirmedBy = null;
        visibilityConfirmedAt = null;
    }

    @Override
    public String aggregateType() {
        return "publication";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public PublicationState publicState() {
        return new PublicationState(
                id, key, title, kind, languages, publishedOn, region, countries, themes, status, provenance);
    }

    String key() {
        return key;
    }

    PublicationStatus status() {
        return status;
    }

    @Nullable
    String withdrawnBecause() {
        return withdrawnBecause;
    }

    Optional<VisibilityConfirmed> visibility() {
        String by = visibilityConfirmedBy;
        Instant at = visibilityConfirmedAt;
        return by == null || at == null ? Optional.empty() : Optional.of(new VisibilityConfirmed(by, at));
    }

    /** What its author wrote. */
    PublicationDraft draft() {
        return new PublicationDraft(
                title, kind, languages, region, countries, themes, source, summary, body, actionCodes);
    }
}
