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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.exception.GenericJDBCException;

/** Who may see a request at the moment when a mail about it is written: days may have gone since its event. */
@ApplicationScoped
class CurrentSight {

    private final AgroalDataSource database;
    private final Hearing requests;
    private final KeptRights rights;
    private final FocalPoints focalPoints;

    CurrentSight(AgroalDataSource database, @All List<Hearing> hearings, KeptRights rights, FocalPoints focalPoints) {
        this.database = database;
        this.requests = hearings.stream()
                .filter(hearing -> hearing.aggregateType().equals("request"))
                .findFirst()
                .orElseThrow();
        this.rights = rights;
        this.focalPoints = focalPoints;
    }

    /** In each of her capacities in which she sees the request, with one role each: by her settings, or as a focal point. */
    List<Listener> of(Recipient recipient, String address, UUID request) {
        String kept = recipient.rights();
        Stream<Listener> bySettings = kept == null ? Stream.of() : Stream.of(rights.listener(kept));
        Stream<Listener> asFocalPoint =
                focalPoints.authoritiesOf(address).stream().map(FocalPoints::listener);
        Audience audience = audience(request);
        return Stream.concat(bySettings, asFocalPoint)
                .flatMap(
                        who -> who.roles().stream().map(role -> new Listener(Set.of(role), who.claims(), who.scopes())))
                .filter(who -> who.hears(audience.path(), audience.seers()))
                .toList();
    }

    private record Audience(String path, List<String> seers) {}

    private Audience audience(UUID request) {
        String sql = requests.statement();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", new Object[] {request}));
            List<Audience> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Audience(row.getString("path"), List.of((String[])
                            row.getArray("audience").getArray())));
                }
            }
            return found.isEmpty() ? new Audience("", List.of()) : found.getFirst();
        } catch (SQLException e) {
            throw new GenericJDBCException("Who sees a request could not be read", e, sql);
        }
    }
}
