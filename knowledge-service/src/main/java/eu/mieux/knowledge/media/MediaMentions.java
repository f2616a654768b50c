package eu.mieux.knowledge.media;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
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

    /** Newest first. */
    List<MediaMention> page(@Nullable Integer year, @Nullable String country, Cursor from, int limit) {
        StringBuilder sql = new StringBuilder("select * from media_mention m where true");
        Map<String, Object> given = new HashMap<>();
        if (!from.isStart()) {
            sql.append(" and (m.sort_day, m.id) < (:afterDay, :afterId)");
            given.put("afterDay", from.number(0));
            given.put("afterId", from.uuid(1));
        }
        if (year != null) {
            sql.append(" and extract(year from m.published_on) = :year");
            given.put("year", year);
        }
        if (country != null) {
            sql.append(" and m.country = :country");
            given.put("country", country);
        }
        sql.append(" order by m.sort_day desc, m.id desc limit :limit");
        NativeQuery<MediaMention> query = getSession().createNativeQuery(sql.toString(), MediaMention.class);
        given.forEach(query::setParameter);
        return query.setParameter("limit", limit).getResultList();
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
}
