package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.time.Time;
import eu.mieux.implementation.deliverable.DeliverableEvent.DeliverableDrafted;
import eu.mieux.implementation.deliverable.DeliverableEvent.DeliverableHandedOver;
import eu.mieux.implementation.deliverable.DeliverableEvent.DeliverableRecorded;
import eu.mieux.implementation.deliverable.DeliverableEvent.DeliverableRevised;
import eu.mieux.implementation.deliverable.DeliverableEvent.DeliverableValidated;
import eu.mieux.implementation.portfolio.Recorded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an Action leaves behind: a policy, a handbook, a curriculum. Every change is one of the transitions below. */
@Entity
class Deliverable implements Recorded<DeliverableRecord> {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column(name = "action_code")
    private String actionCode;

    @Column
    private String title;

    @Column
    private String type;

    @Column(columnDefinition = "text[]")
    private List<String> languages;

    @Column
    @Enumerated(EnumType.STRING)
    private DeliverableStatus status;

    @Column(name = "validated_on")
    private @Nullable LocalDate validatedOn;

    @Column(name = "handed_over_on")
    private @Nullable LocalDate handedOverOn;

    @Column(name = "received_by")
    private @Nullable String receivedBy;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Deliverable() {}

    @SuppressWarnings("NullAway.Init") // The draft or the row that it is made from fills it.
    private Deliverable(UUID id) {
        this.id = id;
    }

    static Deliverable blank() {
        return new Deliverable(Time.newId());
    }

    static Deliverable drafted(String actionCode, DeliverableCommands.Draft draft) {
        Deliverable deliverable = blank();
        deliverable.actionCode = actionCode;
        deliverable.status = DeliverableStatus.DRAFTING;
        deliverable.take(draft);
        return deliverable;
    }

    DeliverableDrafted birth() {
        return new DeliverableDrafted();
    }

    DeliverableRevised revise(DeliverableCommands.Draft draft) {
        if (status != DeliverableStatus.DRAFTING) {
            throw new DeliverableRefusals.DeliverableNotInDrafting(title, status);
        }
        take(draft);
        return new DeliverableRevised();
    }

    DeliverableValidated validate(LocalDate on) {
        become(DeliverableStatus.VALIDATED);
        validatedOn = on;
        return new DeliverableValidated();
    }

    DeliverableHandedOver handOver(LocalDate on, String to) {
        become(DeliverableStatus.HANDED_OVER);
        LocalDate validated = validatedOn;
        if (validated != null && on.isBefore(validated)) {
            throw new DeliverableRefusals.HandedOverBeforeValidated(title, validated);
        }
        handedOverOn = on;
        receivedBy = to;
        return new DeliverableHandedOver();
    }

    @Override
    public Optional<DeliverableRecorded> record(DeliverableRecord row) {
        if (row.equals(asRecord())) {
            return Optional.empty();
        }
        actionCode = row.key().actionCode();
        title = row.key().title();
        type = row.type();
        languages = row.languages();
        status = row.status();
        handedOverOn = row.handedOverOn();
        provenance = row.provenance();
        version++;
        return Optional.of(new DeliverableRecorded());
    }

    private void take(DeliverableCommands.Draft draft) {
        title = draft.title();
        type = draft.type();
        languages = draft.written();
        version++;
    }

    private void become(DeliverableStatus next) {
        if (!status.mayBecome(next)) {
            throw new DeliverableRefusals.IllegalDeliverableStep(title, status, next);
        }
        status = next;
        version++;
    }

    /** What a portfolio would say of it. */
    DeliverableRecord asRecord() {
        return new DeliverableRecord(key(), type, languages, status, handedOverOn, provenance);
    }

    @Override
    public DeliverableState publicState() {
        return new DeliverableState(id, actionCode, title, type, languages, status, handedOverOn, provenance);
    }

    @Override
    public String aggregateType() {
        return "deliverable";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    DeliverableRecord.Key key() {
        return new DeliverableRecord.Key(actionCode, title);
    }

    @Nullable
    LocalDate validatedOn() {
        return validatedOn;
    }

    @Nullable
    String receivedBy() {
        return receivedBy;
    }
}
