package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.identity.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An Action Fiche as a line of a list. */
@Schema(name = "ActionFicheListed")
record ActionFicheListed(
        UUID id,
        long version,
        int contentVersion,
        FicheStatus status,
        String requestReference,
        String actionName,
        String region,
        String pillar,
        List<String> countries,
        int activities) {

    /** What is listed, of rows of {@code action_fiche f}: a page of whole contents would be megabytes. */
    static final String COLUMNS = """
            f.id, f.version, f.content_version, f.status, f.request_reference, f.action_name, f.countries,
            f.content ->> 'region' as region, f.content ->> 'pillar' as pillar,
            jsonb_array_length(f.content -> 'activities') as activities""";

    static ActionFicheListed of(ResultSet row) throws SQLException {
        return new ActionFicheListed(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getInt("content_version"),
                FicheStatus.valueOf(row.getString("status")),
                row.getString("request_reference"),
                row.getString("action_name"),
                row.getString("region"),
                row.getString("pillar"),
                Selection.texts(row, "countries"),
                row.getInt("activities"));
    }
}
