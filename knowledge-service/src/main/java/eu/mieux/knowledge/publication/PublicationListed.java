package eu.mieux.knowledge.publication;

import eu.mieux.chassis.identity.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publication as a line of a list. */
@Schema(name = "PublicationListed")
record PublicationListed(
        UUID id,
        long version,
        String key,
        PublicationStatus status,
        String title,
        String kind,
        List<String> languages,
        @Nullable LocalDate publishedOn,
        @Nullable String region,
        List<String> countries,
        List<String> themes,
        List<String> actionCodes) {

    /** Of a row of the table. */
    static PublicationListed of(ResultSet row) throws SQLException {
        return new PublicationListed(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("key"),
                PublicationStatus.valueOf(row.getString("status")),
                row.getString("title"),
                row.getString("kind"),
                Selection.texts(row, "languages"),
                row.getObject("published_on", LocalDate.class),
                row.getString("region"),
                Selection.texts(row, "countries"),
                Selection.texts(row, "themes"),
                Selection.texts(row, "action_codes"));
    }

    /** Where a list of the newest has it: days since 1970, what is not published yet before all else. */
    long sortDay() {
        LocalDate on = publishedOn;
        return (on == null ? LocalDate.of(9999, 12, 31) : on).toEpochDay();
    }
}
