package eu.mieux.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Importing Activities until they are kept and their events are published, against COPY of the same rows. Leaves 100,000 behind. */
final class Importing {

    /** What the report is computed over. */
    static final int ALL = 100_000;

    private static final String DATABASE = "implementation";
    private static final long POLL_MILLIS = 50;
    private static final String TABLE =
            "bench.activity (action_code, number, type, title, modality, starts_on, ends_on, country, city, beneficiary_countries, status, participants_female, participants_male, participants_other, provenance)";

    private final Settings settings;
    private final Suite suite;

    Importing(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    List<Row> measure() throws IOException, InterruptedException, SQLException {
        int parts = 5;
        int rows = ALL / parts;
        List<Double> measured = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        Path folder = settings.folder("portfolio");
        try (Api api = new Api(suite);
                Connection connection = suite.connect(DATABASE)) {
            connection.createStatement().execute(Resource.text("import-tables.sql"));
            Path before = folder.resolve("before.csv");
            Activities.requests(before, ALL / Activities.PER_ACTION);
            load(api, "requests", before);
            Activities.actions(before, ALL / Activities.PER_ACTION);
            load(api, "actions", before);
            for (int part = 0; part < parts; part++) {
                int firstAction = 1 + part * rows / Activities.PER_ACTION;
                Path file = folder.resolve("activities.csv");
                Activities.write(file, firstAction, rows, false);
                measured.add(rows / load(api, "activities", file));
                Activities.write(file, firstAction, rows, true);
                references.add(rows / Copy.csv(file, TABLE, suite.postgres(DATABASE)));
            }
        }
        settings.delete(folder);
        return List.of(new Row.Title("Importing Activities, kept and published", "rows/s", "COPY of the same rows")
                .moreIsBetter(measured, references));
    }

    /** Seconds until the operation has ended. */
    private static double load(Api api, String file, Path rows) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        String imports = "/api/v1/portfolio/" + file + "/imports";
        JsonNode operation = api.post(imports, "text/csv", BodyPublishers.ofFile(rows));
        while (operation.path("status").asText().equals("RUNNING")) {
            Thread.sleep(POLL_MILLIS);
            operation = api.get(imports + "/" + operation.path("id").asText());
        }
        if (!operation.path("status").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("The import failed: " + operation);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
