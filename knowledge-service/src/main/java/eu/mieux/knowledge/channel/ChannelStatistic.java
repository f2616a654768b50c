package eu.mieux.knowledge.channel;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a channel reached in a year by one metric: the followers of a page, the users of the website. */
@Entity
@Table(name = "channel_statistic")
class ChannelStatistic implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column
    private int year;

    @Column
    private String channel;

    @Column
    private String metric;

    @Column
    private String value;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ChannelStatistic() {}

    private ChannelStatistic(Subject subject, DecimalText value, @Nullable String provenance) {
        this.id = Time.newId();
        this.version = 1;
        this.key = subject.key();
        this.year = subject.year();
        this.channel = subject.channel();
        this.metric = subject.metric();
        this.value = value.written();
        this.provenance = provenance;
    }

    /** What is measured; one statistic for each. */
    record Subject(int year, String channel, String metric) {

        /** {@code 2017:facebook:followers}. */
        String key() {
            return "%d:%s:%s".formatted(year, channel, metric);
        }
    }

    static ChannelStatistic recorded(Subject subject, DecimalText value, @Nullable String provenance) {
        return new ChannelStatistic(subject, value, provenance);
    }

    /** Corrects the value; empty when that changes nothing. */
    Optional<ChannelStatisticEvent> amend(DecimalText corrected, @Nullable String itsProvenance) {
        if (corrected.hasTheValueOf(value) && Objects.equals(provenance, itsProvenance)) {
            return Optional.empty();
        }
        value = corrected.written();
        provenance = itsProvenance;
        version++;
        return Optional.of(new ChannelStatisticEvent.ChannelStatisticAmended());
    }

    @Override
    public String aggregateType() {
        return "channel-statistic";
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

    @Override
    public ChannelStatisticState publicState() {
        return new ChannelStatisticState(id, year, channel, metric, value, provenance);
    }

    /** What other services may know of a statistic ({@code contract/publishes/channel-statistic.schema.json}). */
    record ChannelStatisticState(
            UUID id,
            int year,
            String channel,
            String metric,
            String value,
            @Nullable String provenance) {}
}
