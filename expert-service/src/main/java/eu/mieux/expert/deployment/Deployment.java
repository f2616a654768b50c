package eu.mieux.expert.deployment;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import eu.mieux.expert.roster.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expert's part in an Activity, from the first thought of her to the end of her work. */
@Entity
class Deployment implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column(name = "expert_key")
    private String expertKey;

    @Column(name = "action_code")
    private String actionCode;

    @Column(name = "activity_number")
    private int activityNumber;

    @Column
    private @Nullable String role;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column
    private @Nullable Integer days;

    @Column
    private String category;

    @Column
    private @Nullable String background;

    @Column
    @Enumerated(EnumType.STRING)
    private DeploymentStatus status;

    @Column
    private @Nullable String reason;

    @Column
    private @Nullable UUID replaces;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Deployment() {}

    @SuppressWarnings("NullAway.Init") // Standing and status are filled by whoever makes it.
    private Deployment(Engagement engagement) {
        id = Time.newId();
        version = 1;
        expertKey = engagement.expertKey();
        actionCode = engagement.actionCode();
        activityNumber = engagement.activityNumber();
    }

    static Deployment proposed(Engagement engagement, Terms terms, Standing standing, @Nullable UUID replaces) {
        Deployment deployment = new Deployment(engagement);
        deployment.status = DeploymentStatus.PROPOSED;
        deployment.take(terms);
        deployment.take(standing);
        deployment.replaces = replaces;
        return deployment;
    }

    DeploymentEvent.DeploymentAmended amend(Terms terms) {
        if (!status.isOpen()) {
            throw new DeploymentRefusals.DeploymentClosed(this);
        }
        take(terms);
        version++;
        return new DeploymentEvent.DeploymentAmended();
    }

    DeploymentEvent.DeploymentInvited invite() {
        become(DeploymentStatus.INVITED);
        return new DeploymentEvent.DeploymentInvited();
    }

    DeploymentEvent.DeploymentAccepted accept() {
        become(DeploymentStatus.ACCEPTED);
        return new DeploymentEvent.DeploymentAccepted();
    }

    DeploymentEvent.DeploymentDeclined decline(@Nullable String why) {
        become(DeploymentStatus.DECLINED);
        reason = why;
        return new DeploymentEvent.DeploymentDeclined();
    }

    DeploymentEvent.DeploymentContracted contract() {
        become(DeploymentStatus.CONTRACTED);
        return new DeploymentEvent.DeploymentContracted();
    }

    DeploymentEvent.DeploymentStarted start() {
        become(DeploymentStatus.DEPLOYED);
        return new DeploymentEvent.DeploymentStarted();
    }

    DeploymentEvent.DeploymentCompleted complete() {
        become(DeploymentStatus.COMPLETED);
        return new DeploymentEvent.DeploymentCompleted();
    }

    DeploymentEvent.DeploymentCancelled cancel(String why) {
        become(DeploymentStatus.CANCELLED);
        reason = why;
        return new DeploymentEvent.DeploymentCancelled();
    }

    static Deployment recorded(DeploymentRecord row) {
        Deployment deployment = new Deployment(row.engagement());
        deployment.status = DeploymentStatus.COMPLETED;
        deployment.take(row);
        return deployment;
    }

    /**
     * Brings it to the state of a portfolio's row; empty when that changes nothing. A row says that the expert took part and
     * not how far that has gone, so a deployment that is agreed keeps its status.
     */
    Optional<DeploymentEvent.DeploymentRecorded> record(DeploymentRecord row) {
        DeploymentRecord now = new DeploymentRecord(engagement(), terms(), standing(), provenance);
        if (status.isAgreed() && now.equals(row)) {
            return Optional.empty();
        }
        if (!status.isAgreed()) {
            status = DeploymentStatus.COMPLETED;
            reason = null;
        }
        take(row);
        version++;
        return Optional.of(new DeploymentEvent.DeploymentRecorded());
    }

    private void take(DeploymentRecord row) {
        take(row.terms());
        take(row.standing());
        provenance = row.provenance();
    }

    private void take(Terms terms) {
        role = terms.role();
        startsOn = terms.startsOn();
        endsOn = terms.endsOn();
        days = terms.days();
    }

    private void take(Standing standing) {
        category = standing.category();
        background = standing.background();
    }

    private void become(DeploymentStatus next) {
        if (!status.mayBecome(next)) {
            throw new DeploymentRefusals.IllegalDeploymentStep(this, next);
        }
        status = next;
        version++;
    }

    Engagement engagement() {
        return new Engagement(expertKey, actionCode, activityNumber);
    }

    Terms terms() {
        return new Terms(role, startsOn, endsOn, days);
    }

    Standing standing() {
        return new Standing(category, background);
    }

    DeploymentStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    UUID replaces() {
        return replaces;
    }

    @Override
    public String aggregateType() {
        return "deployment";
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
    public DeploymentState publicState() {
        return new DeploymentState(
                id,
                expertKey,
                actionCode,
                activityNumber,
                role,
                startsOn,
                endsOn,
                days,
                category,
                background,
                status,
                provenance);
    }
}
