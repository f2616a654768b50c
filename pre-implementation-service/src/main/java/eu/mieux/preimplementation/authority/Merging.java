package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes one authority of two that turned out to be the same. The merged one keeps its record and its history, and leads to the
 * survivor; all that named it names the survivor.
 */
@ApplicationScoped
class Merging {

    /** All in one transaction, so that nobody sees half of it. */
    private static final int MOST = 1_000;

    private final Authorities authorities;
    private final FocalPointWall wall;
    private final EventLog events;
    private final List<NamesAuthorities> naming;

    Merging(Authorities authorities, FocalPointWall wall, EventLog events, @All List<NamesAuthorities> naming) {
        this.authorities = authorities;
        this.wall = wall;
        this.events = events;
        this.naming = naming;
    }

    /**
     * The one that goes on. Asked for again, it is answered again. An {@code into} that was merged itself means the one that goes on for
     * it, as everywhere.
     */
    @Transactional
    Authority merge(String idOrKey, @Nullable String ifMatch, AuthorityCommands.Merge command) {
        Authority merged = authorities.find(idOrKey).orElseThrow(() -> new NotFound("authority", idOrKey));
        Authority survivor = survivor(command.into());
        authorities.lock(merged, survivor);
        wall.openTo(merged, survivor);
        if (merged.mergedInto().filter(survivor.key()::equals).isPresent()) {
            return survivor;
        }
        ETags.honour(ifMatch, merged);
        check(merged, survivor, command);
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Authority before : authorities.mergedInto(merged.key())) {
            happenings.add(new EventLog.Happening(before, before.followTo(survivor)));
        }
        happenings.add(new EventLog.Happening(survivor, survivor.take(merged, authorities.toldApartFrom(merged))));
        happenings.add(new EventLog.Happening(merged, merged.mergeInto(survivor, command.reason())));
        authorities.flush();
        events.appendAll(happenings);
        naming.forEach(records -> records.rename(merged.key(), survivor.key()));
        return survivor;
    }

    private Authority survivor(String named) {
        Authority found = authorities
                .find(named)
                .orElseThrow(() -> new InvalidFields("/into", "There is no authority \"%s\".".formatted(named)));
        return found.mergedInto().flatMap(authorities::find).orElse(found);
    }

    private void check(Authority merged, Authority survivor, AuthorityCommands.Merge command) {
        merged.mergedInto().ifPresent(into -> {
            throw new AuthorityRefusals.AuthorityMergedElsewhere(merged.key(), into);
        });
        survivor.mergedInto().ifPresent(into -> {
            throw new AuthorityRefusals.AuthorityMerged(survivor.key(), into);
        });
        if (merged.id().equals(survivor.id())) {
            throw new AuthorityRefusals.AuthorityMergedIntoItself(merged.key());
        }
        String country = merged.facts().country();
        String other = survivor.facts().country();
        if (!Objects.equals(country, other) && !Boolean.TRUE.equals(command.acrossCountries())) {
            throw new AuthorityRefusals.AuthoritiesOfTwoCountries(merged.key(), country, survivor.key(), other);
        }
        AuthorityType type = merged.facts().type();
        AuthorityType otherType = survivor.facts().type();
        if (type != otherType && !Boolean.TRUE.equals(command.acrossTypes())) {
            throw new AuthorityRefusals.AuthoritiesOfTwoTypes(merged.key(), type, survivor.key(), otherType);
        }
        long named = naming.stream()
                .mapToLong(records -> records.naming(merged.key()))
                .sum();
        if (named > MOST) {
            throw new AuthorityRefusals.TooMuchToMerge(merged.key(), named, MOST);
        }
    }
}
