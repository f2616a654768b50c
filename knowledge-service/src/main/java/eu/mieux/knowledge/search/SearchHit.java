package eu.mieux.knowledge.search;

import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param record publication or deliverable
 * @param key of a publication
 * @param kind code of the list {@code publication-kinds} or {@code deliverable-types}
 * @param excerpt HTML: text in which everything is escaped and nothing is marked up but what was found, by {@code mark}
 * @param day on which it was published or handed over
 * @param href where to read it
 */
@Schema(name = "SearchHit")
record SearchHit(
        String record,
        UUID id,
        @Nullable String key,
        String title,
        String excerpt,
        String kind,
        String status,
        List<String> languages,
        @Nullable LocalDate day,
        @Nullable String region,
        List<String> countries,
        List<String> themes,
        List<String> actionCodes,
        String href) {

    static SearchHit of(Tuple row) {
        String record = row.get("record", String.class);
        UUID id = row.get("id", UUID.class);
        return new SearchHit(
                record,
                id,
                row.get("key", String.class),
                row.get("title", String.class),
                Excerpt.html(row.get("excerpt", String.class)),
                row.get("kind", String.class),
                row.get("status", String.class),
                texts(row, "languages"),
                day(row),
                row.get("region", String.class),
                texts(row, "countries"),
                texts(row, "themes"),
                texts(row, "action_codes"),
                record.equals("publication")
                        ? "/api/v1/publications/" + id
                        : "/api/v1/actions/%s/deliverables/%s"
                                .formatted(texts(row, "action_codes").getFirst(), id));
    }

    private static List<String> texts(Tuple row, String column) {
        return Arrays.asList(row.get(column, String[].class));
    }

    private static @Nullable LocalDate day(Tuple row) {
        return switch (row.get("day")) {
            case null -> null;
            case LocalDate day -> day;
            case Date day -> day.toLocalDate();
            default -> throw new IllegalStateException("A day is a date.");
        };
    }
}
