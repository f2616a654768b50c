package eu.mieux.knowledge.channel;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All channel statistics. */
@ApplicationScoped
class ChannelStatistics implements PanacheRepositoryBase<ChannelStatistic, UUID> {

    ChannelStatistic get(String idOrKey) {
        return find(idOrKey).orElseThrow(() -> new NotFound("channel statistic", idOrKey));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    ChannelStatistic getForChange(String idOrKey) {
        ChannelStatistic statistic = get(idOrKey);
        getEntityManager().refresh(statistic, LockModeType.PESSIMISTIC_WRITE);
        return statistic;
    }

    boolean has(ChannelStatistic.Subject subject) {
        return count("key", subject.key()) > 0;
    }

    List<ChannelStatistic> page(
            @Nullable Integer year, @Nullable String channel, @Nullable String metric, Order<?> order, int limit) {
        return Selection.of(ChannelStatistic.class, "select * from channel_statistic c", Reach.of(Sight.everything()))
                .narrow("c.year = :year", "year", year)
                .narrow("c.channel = :channel", "channel", channel)
                .narrow("c.metric = :metric", "metric", metric)
                .list(getSession(), order, limit);
    }

    Map<String, ChannelStatistic> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(ChannelStatistic::key, Function.identity()));
    }

    private Optional<ChannelStatistic> find(String idOrKey) {
        try {
            return findByIdOptional(UUID.fromString(idOrKey));
        } catch (IllegalArgumentException notAnId) {
            return find("key", idOrKey).firstResultOptional();
        }
    }

    /** Everybody may hear that a statistic changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "channel-statistic",
                "channel_statistic c",
                "c.id",
                "'/api/v1/channel-statistics/' || c.id",
                Policy.OPEN,
                Set.of());
    }
}
