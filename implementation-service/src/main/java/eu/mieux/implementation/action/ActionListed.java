package eu.mieux.implementation.action;

import eu.mieux.chassis.identity.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An Action as a line of a list. */
@Schema(name = "ActionListed")
record ActionListed(
        UUID id,
        long version,
        String code,
        String name,
        ActionStatus status,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        @Nullable String pillar,
        List<String> themes,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate cancelledOn) {

    /** Of a row of the table. */
    static ActionListed of(ResultSet row) throws SQLException {
        return new ActionListed(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("code"),
                row.getString("name"),
                ActionStatus.valueOf(row.getString("status")),
                row.getString("region"),
                Selection.texts(row, "countries"),
                row.getString("regional_organisation"),
                row.getString("pillar"),
                Selection.texts(row, "themes"),
                row.getObject("launched_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("cancelled_on", LocalDate.class));
    }
}
