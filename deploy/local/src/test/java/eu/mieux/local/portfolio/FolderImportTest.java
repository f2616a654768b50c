package eu.mieux.local.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.local.Console;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImportTest {

    private static final Console NOWHERE = new Console(new PrintStream(OutputStream.nullOutputStream()), 0);

    @TempDir
    Path folder;

    private FakeGateway gateway;

    @BeforeEach
    void a_small_portfolio() throws IOException {
        gateway = new FakeGateway();
        write("authorities.csv", "key,name\nA-1,One\nA-2,\"Two\nlines\"\n");
        write("requests.csv", "reference,title,authorities\n2017-01,x,A-1;A-2\n2017-02,y,A-1;A-9\n");
        write("actions.csv", "code,name\n2017-01,Costa Rica I\n");
        write("activities.csv", "action_code,number,type\n2017-01,1,WORKSHOP\n");
        write("deployments.csv", "expert_key,action_code,activity_number\nE-1,2017-01,1\nE-1,2017-01,2\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void every_file_is_tried_before_the_first_is_imported() throws Exception {
        assertThat(bringing().allOrNothing().clean()).isTrue();

        assertThat(gateway.asked.stream().filter(request -> request.startsWith("POST")))
                .containsExactly(
                        "POST portfolio/authorities/imports?mode=all-or-nothing&dryRun=true",
                        "POST portfolio/requests/imports?mode=all-or-nothing&dryRun=true",
                        "POST portfolio/actions/imports?mode=all-or-nothing&dryRun=true",
                        "POST portfolio/activities/imports?mode=all-or-nothing&dryRun=true",
                        "POST portfolio/deployments/imports?mode=all-or-nothing&dryRun=true",
                        "POST portfolio/authorities/imports?mode=all-or-nothing&dryRun=false",
                        "POST portfolio/requests/imports?mode=all-or-nothing&dryRun=false",
                        "POST portfolio/actions/imports?mode=all-or-nothing&dryRun=false",
                        "POST portfolio/activities/imports?mode=all-or-nothing&dryRun=false",
                        "POST portfolio/deployments/imports?mode=all-or-nothing&dryRun=false",
                        "POST portfolio/expected-figures/imports?mode=all-or-nothing&dryRun=true");
    }

    @Test
    void an_import_ends_when_the_figures_know_of_it_and_a_dry_run_does_not_wait() throws Exception {
        bringing().dryRun();
        assertThat(gateway.asked).noneMatch(request -> request.contains("expected-figures"));

        bringing().keepGood();
        assertThat(gateway.asked.getLast()).isEqualTo("GET portfolio/expected-figures/imports/trial");
    }

    @Test
    void a_reference_to_a_row_of_the_same_folder_is_no_complaint() throws Exception {
        gateway.finds("requests", 2, "authorities", "A-1", "unknown-reference")
                .finds("requests", 2, "authorities", "A-2", "unknown-reference")
                .finds("actions", 2, "code", "2017-01", "unknown-reference")
                .finds("activities", 2, "action_code", "2017-01", "unknown-reference")
                .finds("deployments", 2, "activity_number", "1", "unknown-reference");

        Outcome outcome = bringing().dryRun();

        assertThat(outcome.clean()).isTrue();
        assertThat(outcome.report()).noneMatch(line -> line.contains("is wrong"));
        assertThat(outcome.report()).anyMatch(line -> line.matches("requests.csv +10 +10 +0 +0 +0"));
    }

    @Test
    void a_dry_run_does_not_claim_to_know_whether_a_row_that_refers_to_a_new_one_is_new_itself() throws Exception {
        gateway.finds("requests", 2, "authorities", "A-1", "unknown-reference");
        assertThat(bringing().dryRun().report()).noneMatch(line -> line.contains("may be updates"));

        gateway.knows("requests");
        assertThat(bringing().dryRun().report())
                .contains("requests.csv: 1 of its rows refer to what this folder brings first; they may be updates,"
                        + " not new rows.");
    }

    @Test
    void a_reference_to_a_row_of_no_folder_is_a_complaint_and_nothing_is_imported() throws Exception {
        gateway.finds("requests", 3, "authorities", "A-9", "unknown-reference")
                .finds("deployments", 2, "expert_key", "E-1", "unknown-reference")
                .finds("deployments", 3, "activity_number", "2", "unknown-reference");

        Outcome outcome = bringing().allOrNothing();

        assertThat(outcome.clean()).isFalse();
        assertThat(outcome.report())
                .startsWith(
                        "requests.csv:3: authorities: \"A-9\" is wrong — write it right",
                        "deployments.csv:2: expert_key: \"E-1\" is wrong — write it right",
                        "deployments.csv:3: activity_number: \"2\" is wrong — write it right");
        assertThat(outcome.report()).anyMatch(line -> line.matches("deployments.csv +10 +8 +0 +0 +2"));
        assertThat(gateway.asked).noneMatch(request -> request.contains("dryRun=false"));
    }

    @Test
    void a_file_that_cannot_be_read_counts_no_rows_at_all() throws Exception {
        gateway.cannotRead("actions");

        Outcome outcome = bringing().dryRun();

        assertThat(outcome.clean()).isFalse();
        assertThat(outcome.report()).anyMatch(line -> line.matches("actions.csv +0 +0 +0 +0 +0"));
    }

    @Test
    void complaints_may_come_in_any_order() throws Exception {
        gateway.finds("deployments", 3, "action_code", "2017-01", "unknown-reference")
                .finds("deployments", 2, "action_code", "2017-01", "unknown-reference");

        assertThat(bringing().dryRun().clean()).isTrue();
    }

    @Test
    void another_kind_of_complaint_counts_even_about_a_known_key() throws Exception {
        gateway.finds("requests", 2, "authorities", "A-1", "rule-broken");

        assertThat(bringing().dryRun().clean()).isFalse();
    }

    @Test
    void fifty_complaints_are_told_and_the_rest_is_counted() throws Exception {
        for (int line = 1; line <= 53; line++) {
            gateway.finds("actions", line, "status", "DONE", "unknown-code");
        }

        assertThat(bringing().dryRun().report())
                .contains("actions.csv:50: status: \"DONE\" is wrong — write it right", "… and 3 more.")
                .noneMatch(line -> line.startsWith("actions.csv:51"));
    }

    @Test
    void faults_that_are_counted_but_cannot_be_seen_might_be_real_ones_so_nothing_is_imported() throws Exception {
        gateway.finds("requests", 2, "authorities", "A-1", "unknown-reference").counts("requests", 3);

        Outcome outcome = bringing().allOrNothing();

        assertThat(outcome.clean()).isFalse();
        assertThat(outcome.report())
                .contains("requests.csv: 3 faults more are counted, but not kept; mend those told, or import the folder"
                        + " in parts.");
        assertThat(gateway.asked).noneMatch(request -> request.contains("dryRun=false"));
    }

    @Test
    void what_is_refused_after_all_ends_the_import_there() throws Exception {
        gateway.refuses("actions", 2, "name", "x", "rule-broken");

        Outcome outcome = bringing().allOrNothing();

        assertThat(outcome.clean()).isFalse();
        assertThat(outcome.consequence()).startsWith("actions.csv was refused");
        assertThat(gateway.asked)
                .noneMatch(request -> request.contains("activities/imports?mode=all-or-nothing&dryRun=false"));
    }

    @Test
    void good_rows_are_taken_without_a_trial_when_asked_for() throws Exception {
        gateway.refuses("actions", 2, "name", "x", "rule-broken");

        Outcome outcome = bringing().keepGood();

        assertThat(outcome.clean()).isFalse();
        assertThat(gateway.asked)
                .contains("POST portfolio/deployments/imports?mode=keep-good&dryRun=false")
                .noneMatch(request -> request.contains("dryRun=true") && !request.contains("expected-figures"));
    }

    @Test
    void a_folder_without_portfolio_files_is_refused(@TempDir Path empty) {
        assertThatThrownBy(() -> new FolderImport(empty, gateway.port(), gateway.issuer(), NOWHERE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds no portfolio file");
    }

    @Test
    void a_report_that_is_published_stays_so() throws Exception {
        bringing().publishReport(2017);

        assertThat(gateway.asked).containsExactly("POST annual-reports/2017/publication");
    }

    @Test
    void an_export_holds_every_file_but_figures_that_nobody_expects(@TempDir Path target) throws Exception {
        Path inside = target.resolve("new");
        FolderExport export = new FolderExport(inside, gateway.port(), gateway.issuer(), NOWHERE);

        export.run(false);

        assertThat(inside.resolve("authorities.csv")).hasContent("key\nportfolio/authorities");
        assertThat(inside.resolve("expected-figures.csv")).doesNotExist();
        assertThat(inside.toFile().list()).hasSize(13);
        assertThatThrownBy(() -> export.run(false)).isInstanceOf(Refusal.class).hasMessageContaining("--force");
    }

    @Test
    void an_export_into_what_is_no_folder_says_so_and_what_to_do() {
        for (Path impossible : List.of(folder.resolve("authorities.csv"), Path.of("/proc/foo"))) {
            FolderExport export = new FolderExport(impossible, gateway.port(), gateway.issuer(), NOWHERE);

            assertThatThrownBy(() -> export.run(false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(impossible.toString())
                    .hasMessageContaining("Name ")
                    .hasMessageNotContaining("null");
        }
    }

    private FolderImport bringing() {
        return new FolderImport(folder, gateway.port(), gateway.issuer(), NOWHERE);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
