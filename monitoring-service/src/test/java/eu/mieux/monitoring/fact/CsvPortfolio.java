package eu.mieux.monitoring.fact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A portfolio folder, as the states that the services would publish of it. */
public final class CsvPortfolio {

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("authority", "authorities"),
            Map.entry("request", "requests"),
            Map.entry("action", "actions"),
            Map.entry("activity", "activities"),
            Map.entry("deliverable", "deliverables"),
            Map.entry("travel-leg", "travel_legs"),
            Map.entry("carbon-offset", "carbon_offsets"),
            Map.entry("expert", "experts"),
            Map.entry("deployment", "deployments"),
            Map.entry("evaluation", "evaluations"),
            Map.entry("publication", "publications"),
            Map.entry("media-mention", "media_mentions"),
            Map.entry("channel-statistic", "channel_statistics"));
    private static final Set<String> LISTS = Set.of("countries", "themes", "languages", "beneficiaryCountries");
    private static final Set<String> NUMBERS = Set.of(
            "number",
            "activityNumber",
            "participantsFemale",
            "participantsMale",
            "participantsOther",
            "score",
            "responses",
            "year");
    private static final Pattern SNAKE = Pattern.compile("_(.)");

    private CsvPortfolio() {}

    /** The facility's history as the project ships it. */
    public static Path mieux() {
        return Path.of(System.getProperty(
                "tmp.portfolio", System.getProperty("mieux.root") + "/deploy/portfolio/mieux-2009-2024"));
    }

    public static Map<String, List<ObjectNode>> read(Path folder) {
        Map<String, List<ObjectNode>> portfolio = new LinkedHashMap<>();
        FILES.forEach((type, file) -> portfolio.put(type, states(type, folder.resolve(file + ".csv"))));
        return portfolio;
    }

    public static List<Map<String, String>> rows(Path file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectNode> states(String type, Path file) {
        List<ObjectNode> states = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            ObjectNode state = JsonNodeFactory.instance.objectNode();
            row.forEach((column, value) -> put(
                    state,
                    SNAKE.matcher(column).replaceAll(m -> m.group(1).toUpperCase(java.util.Locale.ROOT)),
                    value));
            complete(type, state);
            states.add(state);
        }
        return states;
    }

    private static void put(ObjectNode state, String field, String value) {
        if (LISTS.contains(field)) {
            ArrayNode list = state.putArray(field);
            if (!value.isEmpty()) {
                List.of(value.split(";")).forEach(list::add);
            }
        } else if (value.isEmpty()) {
            state.putNull(field);
        } else if (NUMBERS.contains(field)) {
            state.put(field, Integer.parseInt(value));
        } else {
            state.put(field, value);
        }
    }

    private static void complete(String type, ObjectNode state) {
        switch (type) {
            case "request" -> state.set("authorityKeys", JsonNodeFactory.instance.arrayNode());
            case "deployment" -> state.put("status", "COMPLETED");
            case "publication" -> state.put("status", "PUBLISHED");
            default -> state.has("provenance");
        }
    }
}
