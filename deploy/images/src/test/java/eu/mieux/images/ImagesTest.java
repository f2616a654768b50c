package eu.mieux.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImagesTest {

    private static final Path ROOT = Path.of(System.getProperty("mieux.root"));

    @TempDir
    static Path output;

    private static WrittenImage gateway;

    @BeforeAll
    static void the_gateway_is_written_for_both_architectures() {
        assertThat(run(output, "--only", "gateway")).isZero();
        gateway = new WrittenImage(output.resolve("gateway-amd64.tar"));
    }

    @Test
    void the_same_program_makes_the_same_image_bit_by_bit(@TempDir Path again) throws IOException {
        assertThat(run(again, "--only", "gateway", "--arch", "amd64")).isZero();
        assertThat(Files.mismatch(output.resolve("gateway-amd64.tar"), again.resolve("gateway-amd64.tar")))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"amd64, 62", "arm64, 183"})
    void each_architecture_has_an_image_whose_programs_are_made_for_it(String name, int machine) {
        WrittenImage image = new WrittenImage(output.resolve("gateway-%s.tar".formatted(name)));
        assertThat(image.config().path("architecture").asString()).isEqualTo(name);
        SortedMap<String, WrittenImage.File> files = image.files();
        for (String program : List.of("/opt/java/bin/java", "/opt/java/lib/server/libjvm.so")) {
            // The machine that an ELF file is for: its bytes 18 and 19.
            assertThat((int) files.get(program).beginning().charAt(18))
                    .as(program)
                    .isEqualTo(machine);
        }
        String triplet = Architecture.titled(name).triplet();
        assertThat(files).containsKeys("/lib/%s/libc.so.6".formatted(triplet), "/lib/%s/libz.so.1".formatted(triplet));
        assertThat(files).containsKey("/" + Architecture.titled(name).loader());
    }

    @Test
    void it_runs_as_nobody_in_particular_and_nothing_in_it_can_be_changed() {
        assertThat(gateway.config().at("/config/User").asString()).isEqualTo("10001:10001");
        gateway.files().forEach((path, file) -> {
            TarArchiveEntry entry = file.entry();
            assertThat(entry.getLongUserId()).as(path).isZero();
            if (!path.equals("/tmp/")) {
                assertThat(entry.getMode() & 022).as(path).isZero();
            }
            assertThat(entry.getMode() & 07000).as("set-user bits of " + path).isZero();
        });
    }

    @Test
    void there_is_no_shell_and_nothing_to_be_started_but_java() {
        assertThat(gateway.files().entrySet().stream()
                        .filter(file -> file.getValue().entry().isFile())
                        .filter(file -> (file.getValue().entry().getMode() & 0111) != 0)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2",
                        "/lib64/ld-linux-x86-64.so.2",
                        "/opt/java/bin/java",
                        "/opt/java/bin/jfr",
                        "/opt/java/bin/keytool",
                        "/opt/java/bin/rmiregistry",
                        "/opt/java/lib/jexec",
                        "/opt/java/lib/jspawnhelper");
    }

    @Test
    void the_bill_of_materials_names_every_library_and_every_package_of_the_system() throws IOException {
        String bill = gateway.files().get("/usr/share/sbom/mieux.cdx.json").beginning();
        assertThat(Files.readString(output.resolve("gateway-amd64.cdx.json"))).isEqualTo(bill);
        JsonNode read = new JsonMapper().readTree(bill);
        assertThat(read.path("specVersion").asString()).isEqualTo("1.6");
        List<String> libraries = StreamSupport.stream(read.path("components").spliterator(), false)
                .map(component -> component.path("purl").asString())
                .toList();
        long jars = gateway.files().keySet().stream()
                .filter(path -> path.startsWith("/opt/mieux/lib/") && path.endsWith(".jar"))
                .count();
        assertThat(libraries.stream().filter(purl -> purl.startsWith("pkg:maven/")))
                .hasSize((int) jars);
        assertThat(libraries.stream().filter(purl -> purl.startsWith("pkg:deb/debian/")))
                .hasSize(DebianPackage.pinned(DebianPackage.list(ROOT), Architecture.AMD64)
                        .size())
                .anyMatch(purl -> purl.startsWith("pkg:deb/debian/openjdk-25-jdk-headless@25."));
    }

    @Test
    void its_labels_say_what_it_is_and_of_which_commit() {
        JsonNode labels = gateway.config().at("/config/Labels");
        assertThat(labels.path("org.opencontainers.image.title").asString()).isEqualTo("MIEUX gateway");
        assertThat(labels.path("org.opencontainers.image.licenses").asString()).isEqualTo("EUPL-1.2");
        assertThat(labels.path("org.opencontainers.image.version").asString()).isEqualTo("1.0.0-SNAPSHOT");
        assertThat(labels.path("org.opencontainers.image.revision").asString()).matches("[0-9a-f]{40}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--arch=sparc", "--only=cockpit"})
    void what_there_is_not_is_refused_in_a_sentence(String option) {
        StringWriter said = new StringWriter();
        int code = Images.commandLine()
                .setErr(new PrintWriter(said))
                .execute("--root", ROOT.toString(), "--no-training", "--output", output.toString(), option);
        assertThat(code).isNotZero();
        assertThat(said.toString()).contains("There", "no").doesNotContain("Exception");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        StringWriter said = new StringWriter();
        int code = Images.commandLine()
                .setErr(new PrintWriter(said))
                .execute(
                        "--root",
                        ROOT.toString(),
                        "--no-training",
                        "--output",
                        file.resolve("x").toString());
        assertThat(code).isNotZero();
        assertThat(said.toString()).contains(file.toString(), "cannot be read or written");
    }

    private static int run(Path output, String... options) {
        CommandLine command = Images.commandLine();
        String[] all = new String[options.length + 5];
        all[0] = "--root";
        all[1] = ROOT.toString();
        all[2] = "--output";
        all[3] = output.toString();
        all[4] = "--no-training";
        System.arraycopy(options, 0, all, 5, options.length);
        return command.execute(all);
    }
}
