package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as a line of a list. */
@Schema(name = "RequestListed")
record RequestListed(
        UUID id,
        long version,
        @Nullable String reference,
        RequestStatus status,
        String title,
        List<String> authorities,
        List<String> countries,
        List<String> themes,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String actionName) {

    /** Of a row of the table. */
    static RequestListed of(ResultSet row) throws SQLException {
        return new RequestListed(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("reference"),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("title"),
                Selection.texts(row, "authority_keys"),
                Selection.texts(row, "countries"),
                Selection.texts(row, "themes"),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getString("action_name"));
    }
}
