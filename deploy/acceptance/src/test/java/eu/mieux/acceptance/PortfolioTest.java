package eu.mieux.acceptance;

import static eu.mieux.acceptance.Suite.mieux;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The facility's history, in and out by the launcher. */
class PortfolioTest {

    @Test
    void importing_the_same_folder_again_changes_nothing() {
        Launcher.Ended again = mieux("import", Suite.portfolio().toString());
        assertThat(again.code()).as(again.all()).isZero();
        assertThat(imported(again.output())).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(2)).as("created: %s", row).isEqualTo("0");
            assertThat(row.get(3)).as("updated: %s", row).isEqualTo("0");
        });
    }

    @Test
    void an_export_gives_the_imported_rows_back() throws IOException {
        Path folder = Launcher.newFolder().resolve("export");
        Launcher.Ended exported = mieux("export", folder.toString());
        assertThat(exported.code()).as(exported.all()).isZero();
        try (Stream<Path> files = Files.list(Suite.portfolio())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                assertThat(rows(folder.resolve(file.getFileName())))
                        .as(file.getFileName().toString())
                        .containsAll(rows(file));
            }
        }
    }

    @Test
    void a_folder_with_faults_is_refused_whole_and_each_fault_is_named() throws IOException {
        Path folder = copy();
        Path activities = folder.resolve("activities.csv");
        List<String> lines = Files.readAllLines(activities);
        lines.set(1, lines.get(1).replace("FACT_FINDING", "FACT_LOSING"));
        lines.set(2, lines.get(2).replace("2009-11-25", "2009-02-30"));
        lines.add("1999-99,1,WORKSHOP,A workshop,ON_SITE,2010-01-01,2010-01-02,,,,DELIVERED,1,1,0,derived");
        Files.write(activities, lines);
        Path authorities = folder.resolve("authorities.csv");
        Files.writeString(
                authorities, Files.readString(authorities) + "zz-new,New authority,CENTRAL_GOVERNMENT,CM,,derived\n");
        Launcher.Ended refused = mieux("import", folder.toString());
        assertThat(refused.code()).isNotZero();
        assertThat(refused.all())
                .contains("activities.csv:2", "FACT_LOSING")
                .contains("activities.csv:3", "2009-02-30")
                .contains("activities.csv:" + lines.size(), "1999-99");
        Suite.as("manager").get("/api/v1/authorities/zz-new").then().statusCode(404);
    }

    @Test
    void a_dry_run_changes_nothing() throws IOException {
        Path folder = copy();
        Path authorities = folder.resolve("authorities.csv");
        Files.writeString(
                authorities, Files.readString(authorities) + "zz-dry,Dry authority,CENTRAL_GOVERNMENT,CM,,derived\n");
        Launcher.Ended dry = mieux("import", folder.toString(), "--dry-run");
        assertThat(dry.code()).as(dry.all()).isZero();
        Suite.as("manager").get("/api/v1/authorities/zz-dry").then().statusCode(404);
    }

    private static Path copy() throws IOException {
        Path folder = Launcher.newFolder();
        try (Stream<Path> files = Files.list(Suite.portfolio())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    /** The rows of the launcher's table: file, rows, created, updated, unchanged, rejected. */
    private static List<List<String>> imported(String output) {
        return output.lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(cells -> cells.size() >= 6
                        && cells.getFirst().endsWith(".csv")
                        && cells.get(1).matches("[\\d,]+"))
                .toList();
    }

    private static Set<List<String>> rows(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().map(CsvRecord::getFields).collect(Collectors.toSet());
        }
    }
}
