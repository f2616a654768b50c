package eu.mieux.implementation.activity;

import eu.mieux.chassis.time.Time;
import eu.mieux.implementation.portfolio.Recorded;
import eu.mieux.implementation.step.Step;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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

/** A piece of an Action's work: a workshop, a training, a study visit. Every change is one of the transitions below. */
@Entity
class Activity implements Recorded<ActivityRecord> {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column(name = "action_code")
    private String actionCode;

    @Column
    private int number;

    @Column
    private String type;

    @Column
    private String title;

    @Column
    private @Nullable String modality;

    @Column(name = "planned_month")
    private @Nullable String plannedMonth;

    @Column(name = "planned_days")
    private @Nullable Integer plannedDays;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column
    private @Nullable String country;

    @Column
    private @Nullable String city;

    @Column(name = "beneficiary_countries", columnDefinition = "text[]")
    private List<String> beneficiaryCountries = List.of();

    @Column
    @Enumerated(EnumType.STRING)
    private ActivityStatus status;

    @Embedded
    private @Nullable Heads attendance;

    @Column(name = "without_expert")
    private @Nullable String withoutExpert;

    @Column
    private @Nullable String provenance;

    @ElementCollection
    @CollectionTable(name = "activity_step", joinColumns = @JoinColumn(name = "activity_id"))
    @OrderColumn(name = "position")
    private List<Step> steps = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Activity() {}

    @SuppressWarnings("NullAway.Init") // The plan or the row that it is made from fills it.
    private Activity(UUID id) {
        this.id = id;
    }

    static Activity blank() {
        return new Activity(Time.newId());
    }

    static Activity planned(ActivityKey key, ActivityPlan plan) {
        Activity activity = born(key);
        activity.take(plan);
        return activity;
    }

    static Activity foreseen(String actionCode, ForeseenActivity foreseen) {
        Activity activity = born(new ActivityKey(actionCode, foreseen.number()));
        activity.type = foreseen.type();
        activity.title = foreseen.title();
        activity.modality = foreseen.modality();
        activity.plannedMonth = foreseen.month();
        activity.plannedDays = foreseen.days();
        activity.country = foreseen.country();
        activity.city = foreseen.city();
        return activity;
    }

    private static Activity born(ActivityKey key) {
        Activity activity = blank();
        activity.actionCode = key.actionCode();
        activity.number = key.number();
        activity.status = ActivityStatus.PLANNED;
        activity.version = 1;
        return activity;
    }

    ActivityEvent.ActivityRevised revise(ActivityPlan plan) {
        if (!status.isOpen()) {
            throw new ActivityRefusals.ActivityClosed(key(), status);
        }
        if (status == ActivityStatus.CONFIRMED) {
            DeliveryRules.requireDates(plan.startsOn(), plan.endsOn());
        }
        take(plan);
        version++;
        return new ActivityEvent.ActivityRevised();
    }

    ActivityEvent.ActivityConfirmed confirm(LocalDate on, @Nullable String why) {
        requireStep(ActivityStatus.CONFIRMED);
        DeliveryRules.requireDates(startsOn, endsOn);
        become(ActivityStatus.CONFIRMED, on, why);
        return new ActivityEvent.ActivityConfirmed();
    }

    ActivityEvent.ActivityPostponed postpone(LocalDate newStart, LocalDate newEnd, LocalDate on, String why) {
        requireStep(ActivityStatus.POSTPONED);
        LocalDate before = startsOn;
        if (before != null && !newStart.isAfter(before)) {
            throw new ActivityRefusals.NotLater(key(), before);
        }
        startsOn = newStart;
        endsOn = newEnd;
        become(ActivityStatus.POSTPONED, on, why);
        return new ActivityEvent.ActivityPostponed();
    }

    ActivityEvent.ActivityCancelled cancel(LocalDate on, String why) {
        become(ActivityStatus.CANCELLED, on, why);
        return new ActivityEvent.ActivityCancelled();
    }

    ActivityEvent.ActivityAttendanceRecorded attend(ActivityCommands.Attendance heads, LocalDate today) {
        if (status != ActivityStatus.CONFIRMED && status != ActivityStatus.DELIVERED) {
            throw new ActivityRefusals.NothingToAttend(key(), status);
        }
        LocalDate start = startsOn;
        if (start != null && start.isAfter(today)) {
            throw new ActivityRefusals.NotStarted(key(), start);
        }
        attendance = new Heads(heads.female(), heads.male(), heads.other());
        version++;
        return new ActivityEvent.ActivityAttendanceRecorded();
    }

    ActivityEvent.ActivityDelivered deliver(boolean hasExpert, @Nullable String explanation, LocalDate today) {
        requireStep(ActivityStatus.DELIVERED);
        DeliveryRules.check(startsOn, endsOn, today, attendance().areComplete(), hasExpert, explanation);
        withoutExpert = hasExpert ? null : explanation;
        become(ActivityStatus.DELIVERED, today, explanation);
        return new ActivityEvent.ActivityDelivered();
    }

    @Override
    public Optional<ActivityEvent.ActivityRecorded> record(ActivityRecord row) {
        if (row.equals(asRecord())) {
            return Optional.empty();
        }
        take(row);
        return Optional.of(new ActivityEvent.ActivityRecorded());
    }

    private void take(ActivityRecord row) {
        actionCode = row.key().actionCode();
        number = row.key().number();
        type = row.type();
        title = row.title();
        modality = row.modality();
        startsOn = row.startsOn();
        endsOn = row.endsOn();
        country = row.country();
        city = row.city();
        beneficiaryCountries = row.beneficiaryCountries();
        status = row.status();
        attendance = row.attendance();
        provenance = row.provenance();
        version++;
    }

    private void take(ActivityPlan plan) {
        type = plan.type();
        title = plan.title();
        modality = plan.modality();
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        country = plan.country();
        city = plan.city();
        beneficiaryCountries = plan.beneficiaries();
    }

    private void requireStep(ActivityStatus next) {
        if (!status.mayBecome(next)) {
            throw new ActivityRefusals.IllegalActivityStep(key(), status, next);
        }
    }

    private void become(ActivityStatus next, LocalDate on, @Nullable String why) {
        requireStep(next);
        status = next;
        steps.add(new Step(next.name(), on, why));
        version++;
    }

    /** Hibernate keeps counts that are all unknown as none. */
    private Heads attendance() {
        Heads counted = attendance;
        return counted == null ? Heads.UNKNOWN : counted;
    }

    /** What a portfolio would say of it. */
    ActivityRecord asRecord() {
        return new ActivityRecord(
                key(),
                type,
                title,
                modality,
                startsOn,
                endsOn,
                country,
                city,
                beneficiaryCountries,
                status,
                attendance(),
                provenance);
    }

    @Override
    public ActivityState publicState() {
        return ActivityState.of(id, asRecord());
    }

    @Override
    public String aggregateType() {
        return "activity";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    ActivityKey key() {
        return new ActivityKey(actionCode, number);
    }

    @Nullable
    String plannedMonth() {
        return plannedMonth;
    }

    @Nullable
    Integer plannedDays() {
        return plannedDays;
    }

    @Nullable
    String withoutExpert() {
        return withoutExpert;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
