package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A count of like answers. Nobody who answered is known to it. */
@Entity
class Evaluation implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column(name = "action_code")
    private String actionCode;

    @Column(name = "activity_number")
    private @Nullable Integer activityNumber;

    @Column
    private String audience;

    @Column
    private String question;

    @Column
    private int score;

    @Column
    private int responses;

    @Column(name = "collected_on")
    private @Nullable LocalDate collectedOn;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Evaluation() {}

    private Evaluation(Tally tally, int responses, @Nullable String provenance) {
        this.id = Time.newId();
        this.version = 1;
        this.actionCode = tally.actionCode();
        this.activityNumber = tally.activityNumber();
        this.audience = tally.audience();
        this.question = tally.question();
        this.score = tally.score();
        this.responses = responses;
        this.collectedOn = tally.collectedOn();
        this.provenance = provenance;
    }

    static Evaluation opened(Tally tally, int responses, @Nullable String provenance) {
        return new Evaluation(tally, responses, provenance);
    }

    /** One more answer. */
    EvaluationEvent add() {
        responses++;
        version++;
        return new EvaluationEvent.EvaluationAnswersAdded();
    }

    /** Brings it to this count; empty when that changes nothing. */
    Optional<EvaluationEvent> amend(int counted, @Nullable String from) {
        if (responses == counted && Objects.equals(provenance, from)) {
            return Optional.empty();
        }
        responses = counted;
        provenance = from;
        version++;
        return Optional.of(new EvaluationEvent.EvaluationAmended());
    }

    Tally tally() {
        return new Tally(actionCode, activityNumber, audience, question, score, collectedOn);
    }

    int responses() {
        return responses;
    }

    @Override
    public String aggregateType() {
        return "evaluation";
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
    public EvaluationState publicState() {
        return new EvaluationState(
                id, actionCode, activityNumber, audience, question, score, responses, collectedOn, provenance);
    }

    /** What other services may know of an evaluation. */
    record EvaluationState(
            UUID id,
            String actionCode,
            @Nullable Integer activityNumber,
            String audience,
            String question,
            int score,
            int responses,
            @Nullable LocalDate collectedOn,
            @Nullable String provenance) {}
}
