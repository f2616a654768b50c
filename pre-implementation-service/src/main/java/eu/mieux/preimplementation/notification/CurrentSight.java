package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.authority.FocalPoints;
import eu.mieux.preimplementation.rights.KeptRights;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.exception.GenericJDBCException;

/** Who may see a record at the moment when a mail about it is written: days may have gone since its event. */
@ApplicationScoped
class CurrentSight {

    private final AgroalDataSource database;
    private final Map<String, Hearing> hearings;
    private final KeptRights rights;
    private final FocalPoints focalPoints;

    CurrentSight(AgroalDataSource database, @All List<Hearing> hearings, KeptRights rights, FocalPoints focalPoints) {
        this.database = database;
        this.hearings = hearings.stream().collect(Collectors.toMap(Hearing::aggregateType, Function.identity()));
        this.rights = rights;
        this.focalPoints = focalPoints;
    }

    /** In each of her capacities in which she sees the record, with one role each: by her settings, or as a focal point. */
    List<Listener> of(Recipient recipient, String address, String aggregateType, UUID id) {
        String kept = recipient.rights();
        Stream<Listener> bySettings = kept == null ? Stream.of() : Stream.of(rights.listener(kept));
        Stream<Listener> asFocalPoint =
                focalPoints.authoritiesOf(address).stream().map(FocalPoints::listener);
        Audience audience = audience(aggregateType, id);
        return Stream.concat(bySettings, asFocalPoint)
                .flatMap(
                        who -> who.roles().stream().map(role -> new Listener(Set.of(role), who.claims(), who.scopes())))
                .filter(audience::includes)
                .toList();
    }

    /** Who sees a record, and where she reads it. */
    record Audience(String path, List<String> seers) {

        boolean includes(Listener who) {
            return who.hears(path, seers);
        }
    }

    Audience audience(String aggregateType, UUID id) {
        String sql = Objects.requireNonNull(hearings.get(aggregateType), aggregateType)
                .statement();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", new Object[] {id}));
            List<Audience> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Audience(row.getString("path"), List.of((String[])
                            row.getArray("audience").getArray())));
                }
            }
            return found.isEmpty() ? new Audience("", List.of()) : found.getFirst();
        } catch (SQLException e) {
            throw new GenericJDBCException("Who sees a record could not be read", e, sql);
        }
    }
}
