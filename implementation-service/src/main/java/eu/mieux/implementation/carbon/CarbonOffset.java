package eu.mieux.implementation.carbon;

import eu.mieux.chassis.eventlog.Event;
import eu.mieux.chassis.time.Time;
import eu.mieux.implementation.portfolio.Recorded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A certificate by which the facility makes up for the carbon of its travel. */
@Entity
@Table(name = "carbon_offset")
class CarbonOffset implements Recorded<CarbonOffsetRecord> {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column
    private int year;

    @Column
    private @Nullable String standard;

    @Column
    private @Nullable String project;

    @Column(name = "tonnes_co2e")
    private String tonnesCo2e;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    CarbonOffset() {}

    @SuppressWarnings("NullAway.Init") // The row that it is made from fills it.
    private CarbonOffset(UUID id) {
        this.id = id;
    }

    /** It was brought in, or corrected, from a portfolio. */
    record CarbonOffsetRecorded() implements Event {}

    static CarbonOffset blank() {
        return new CarbonOffset(Time.newId());
    }

    @Override
    public Optional<CarbonOffsetRecorded> record(CarbonOffsetRecord row) {
        if (version > 0 && row.equals(asRecord())) {
            return Optional.empty();
        }
        key = row.key();
        year = row.year();
        standard = row.standard();
        project = row.project();
        tonnesCo2e = row.tonnes().written();
        provenance = row.provenance();
        version++;
        return Optional.of(new CarbonOffsetRecorded());
    }

    private CarbonOffsetRecord asRecord() {
        return new CarbonOffsetRecord(key, year, standard, project, new Tonnes(tonnesCo2e), provenance);
    }

    @Override
    public CarbonOffsetState publicState() {
        return new CarbonOffsetState(id, key, year, standard, project, tonnesCo2e, provenance);
    }

    @Override
    public String aggregateType() {
        return "carbon-offset";
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
