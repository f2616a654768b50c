package eu.mieux.implementation.travel;

import eu.mieux.chassis.eventlog.Event;
import eu.mieux.chassis.time.Time;
import eu.mieux.implementation.portfolio.Recorded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One flight of one traveller, from airport to airport. */
@Entity
@Table(name = "travel_leg")
class TravelLeg implements Recorded<TravelLegRecord> {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column(name = "traveller_kind")
    @Enumerated(EnumType.STRING)
    private TravellerKind travellerKind;

    @Column(name = "traveller_key")
    private String travellerKey;

    @Column(name = "action_code")
    private @Nullable String actionCode;

    @Column(name = "activity_number")
    private @Nullable Integer activityNumber;

    @Column(name = "departed_on")
    private @Nullable LocalDate departedOn;

    @Column(name = "from_iata")
    private String fromIata;

    @Column(name = "to_iata")
    private String toIata;

    @Column
    private String cabin;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    TravelLeg() {}

    @SuppressWarnings("NullAway.Init") // The row that it is made from fills it.
    private TravelLeg(UUID id) {
        this.id = id;
    }

    /** It was brought in, or corrected, from a portfolio. */
    record TravelLegRecorded() implements Event {}

    static TravelLeg blank() {
        return new TravelLeg(Time.newId());
    }

    @Override
    public Optional<TravelLegRecorded> record(TravelLegRecord row) {
        if (row.equals(asRecord())) {
            return Optional.empty();
        }
        key = row.key();
        travellerKind = row.travellerKind();
        travellerKey = row.travellerKey();
        actionCode = row.actionCode();
        activityNumber = row.activityNumber();
        departedOn = row.departedOn();
        fromIata = row.fromIata();
        toIata = row.toIata();
        cabin = row.cabin();
        provenance = row.provenance();
        version++;
        return Optional.of(new TravelLegRecorded());
    }

    private TravelLegRecord asRecord() {
        return new TravelLegRecord(
                key,
                travellerKind,
                travellerKey,
                actionCode,
                activityNumber,
                departedOn,
                fromIata,
                toIata,
                cabin,
                provenance);
    }

    @Override
    public TravelLegState publicState() {
        return new TravelLegState(
                id,
                key,
                travellerKind,
                travellerKey,
                actionCode,
                activityNumber,
                departedOn,
                fromIata,
                toIata,
                cabin,
                provenance);
    }

    @Override
    public String aggregateType() {
        return "travel-leg";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String key() {
        return key;
    }
}
