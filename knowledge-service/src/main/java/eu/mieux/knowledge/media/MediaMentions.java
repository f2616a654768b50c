package eu.mieux.knowledge.media;

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

/** All media mentions. */
@ApplicationScoped
class MediaMentions implements PanacheRepositoryBase<MediaMention, UUID> {

    MediaMention get(String idOrKey) {
        return find(idOrKey).orElseThrow(() -> new NotFound("media mention", idOrKey));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    MediaMention getForChange(String idOrKey) {
        MediaMention mention = get(idOrKey);
        getEntityManager().refresh(mention, LockModeType.PESSIMISTIC_WRITE);
        return mention;
    }

    boolean isTaken(String key) {
        return count("key", key) > 0;
    }

    List<MediaMention> page(@Nullable Integer year, @Nullable String country, Order<?> order, int limit) {
        return Selection.of(MediaMention.class, "select * from media_mention m", Reach.of(Sight.everything()))
                .narrow("extract(year from m.published_on) = :year", "year", year)
                .narrow("m.country = :country", "country", country)
                .list(getSession(), order, limit);
    }

    Map<String, MediaMention> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(MediaMention::key, Function.identity()));
    }

    private Optional<MediaMention> find(String idOrKey) {
        // A key may look like an id ("2019-03-04-cafe-bad" does to UUID.fromString), so it comes first.
        Optional<MediaMention> byKey = find("key", idOrKey).firstResultOptional();
        return byKey.isPresent() ? byKey : byId(idOrKey);
    }

    private Optional<MediaMention> byId(String text) {
        try {
            return findByIdOptional(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Everybody may hear that a mention changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "media-mention", "media_mention m", "m.id", "'/api/v1/media-mentions/' || m.id", Policy.OPEN, Set.of());
    }
}
