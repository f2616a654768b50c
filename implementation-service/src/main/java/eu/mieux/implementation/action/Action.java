package eu.mieux.implementation.action;

import eu.mieux.chassis.time.Time;
import eu.mieux.implementation.action.ActionEvent.ActionCancelled;
import eu.mieux.implementation.action.ActionEvent.ActionCompleted;
import eu.mieux.implementation.action.ActionEvent.ActionLaunched;
import eu.mieux.implementation.action.ActionEvent.ActionPartnersChanged;
import eu.mieux.implementation.action.ActionEvent.ActionPrepared;
import eu.mieux.implementation.action.ActionEvent.ActionPutOnHold;
import eu.mieux.implementation.action.ActionEvent.ActionRecorded;
import eu.mieux.implementation.action.ActionEvent.ActionResumed;
import eu.mieux.implementation.portfolio.Recorded;
import eu.mieux.implementation.step.Step;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project with a partner, from the endorsed Action Fiche to its end. Every change is one of the transitions below.
 *
 * <p>In one file though it is long: half of it are columns and what is read of them.
 */
@Entity
class Action implements Recorded<ActionRecord> {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String code;

    @Column
    private String name;

    @Column
    private @Nullable String objective;

    @Column
    private String region;

    @Column(columnDefinition = "text[]")
    private List<String> countries;

    @Column(name = "regional_organisation")
    private @Nullable String regionalOrganisation;

    @Column
    private @Nullable String pillar;

    @Column(columnDefinition = "text[]")
    private List<String> themes;

    @Column
    private @Nullable String officer;

    @Column(name = "authority_keys", columnDefinition = "text[]")
    private List<String> authorityKeys = List.of();

    @Column(name = "launched_on")
    private @Nullable LocalDate launchedOn;

    @Column(name = "completed_on")
    private @Nullable LocalDate completedOn;

    @Column(name = "cancelled_on")
    private @Nullable LocalDate cancelledOn;

    @Column(name = "cancelled_in")
    @Enumerated(EnumType.STRING)
    private @Nullable ActionStatus cancelledIn;

    @Column
    @Enumerated(EnumType.STRING)
    private ActionStatus status;

    @Column
    private @Nullable String provenance;

    @ElementCollection
    @CollectionTable(name = "action_step", joinColumns = @JoinColumn(name = "action_id"))
    @OrderColumn(name = "position")
    private List<Step> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Action() {}

    @SuppressWarnings("NullAway.Init") // The fiche or the row that it is made from fills it.
    private Action(UUID id) {
        this.id = id;
    }

    static Action blank() {
        return new Action(Time.newId());
    }

    static Action prepared(EndorsedFiche fiche) {
        Action action = blank();
        action.take(new ActionRecord(
                fiche.requestReference(),
                fiche.actionName(),
                fiche.objective(),
                fiche.region(),
                fiche.countries(),
                fiche.regionalOrganisation(),
                fiche.pillar(),
                fiche.themes(),
                fiche.officer(),
                null,
                null,
                ActionStatus.PREPARATION,
                null));
        action.authorityKeys = fiche.authorityKeys();
        return action;
    }

    /** The authorities that its fiche names by now; an Action of the history has none of its own, its request names them. */
    Optional<ActionPartnersChanged> follow(List<String> named) {
        if (authorityKeys.isEmpty() || authorityKeys.equals(named)) {
            return Optional.empty();
        }
        authorityKeys = named;
        return partnersChanged();
    }

    /** The same of an Action of the history, by its request. */
    Optional<ActionPartnersChanged> followRequest() {
        return authorityKeys.isEmpty() ? partnersChanged() : Optional.empty();
    }

    private Optional<ActionPartnersChanged> partnersChanged() {
        version++;
        return Optional.of(new ActionPartnersChanged());
    }

    ActionPrepared birth() {
        return new ActionPrepared();
    }

    ActionLaunched launch(LocalDate on, @Nullable String why) {
        if (status == ActionStatus.ON_HOLD) {
            throw new ActionRefusals.ActionOnHold(code);
        }
        become(ActionStatus.ONGOING, on, why);
        launchedOn = on;
        return new ActionLaunched();
    }

    ActionPutOnHold hold(LocalDate on, String why) {
        become(ActionStatus.ON_HOLD, on, why);
        return new ActionPutOnHold();
    }

    /** Goes on where it stood: an Action that was launched is ongoing, another is still in preparation. */
    ActionResumed resume(LocalDate on, @Nullable String why) {
        ActionStatus next = launchedOn == null ? ActionStatus.PREPARATION : ActionStatus.ONGOING;
        if (status != ActionStatus.ON_HOLD) {
            throw new ActionRefusals.ActionNotOnHold(code, status);
        }
        become(next, on, why);
        return new ActionResumed();
    }

    ActionCompleted complete(LocalDate on, @Nullable String why) {
        become(ActionStatus.COMPLETED, on, why);
        completedOn = on;
        return new ActionCompleted();
    }

    ActionCancelled cancel(LocalDate on, String why) {
        ActionStatus before = status;
        become(ActionStatus.CANCELLED, on, why);
        cancelledOn = on;
        cancelledIn = before;
        return new ActionCancelled();
    }

    @Override
    public Optional<ActionRecorded> record(ActionRecord row) {
        if (row.equals(asRecord())) {
            return Optional.empty();
        }
        take(row);
        return Optional.of(new ActionRecorded());
    }

    private void take(ActionRecord row) {
        code = row.code();
        name = row.name();
        objective = row.objective();
        region = row.region();
        countries = row.countries();
        regionalOrganisation = row.regionalOrganisation();
        pillar = row.pillar();
        themes = row.themes();
        officer = row.officer();
        launchedOn = row.launchedOn();
        completedOn = row.completedOn();
        status = row.status();
        provenance = row.provenance();
        if (status != ActionStatus.CANCELLED) {
            cancelledOn = null;
            cancelledIn = null;
        }
        version++;
    }

    /** What a portfolio would say of it. */
    ActionRecord asRecord() {
        return new ActionRecord(
                code,
                name,
                objective,
                region,
                countries,
                regionalOrganisation,
                pillar,
                themes,
                officer,
                launchedOn,
                completedOn,
                status,
                provenance);
    }

    private void become(ActionStatus next, LocalDate on, @Nullable String why) {
        if (!status.mayBecome(next)) {
            throw new ActionRefusals.IllegalActionStep(code, status, next);
        }
        LocalDate launched = launchedOn;
        if (launched != null && on.isBefore(launched)) {
            throw new ActionRefusals.StepBeforeLaunch(code, launched);
        }
        status = next;
        steps.add(new Step(next.name(), on, why));
        version++;
    }

    @Override
    public String aggregateType() {
        return "action";
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
    public ActionState publicState() {
        return new ActionState(
                id,
                code,
                name,
                region,
                countries,
                regionalOrganisation,
                pillar,
                themes,
                launchedOn,
                completedOn,
                cancelledOn,
                cancelledIn,
                status,
                provenance);
    }

    String code() {
        return code;
    }

    String region() {
        return region;
    }

    ActionStatus status() {
        return status;
    }

    /** Null unless it was cancelled here: a portfolio says that one was, and not when. */
    @Nullable
    LocalDate cancelledOn() {
        return cancelledOn;
    }

    List<String> authorityKeys() {
        return authorityKeys;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
