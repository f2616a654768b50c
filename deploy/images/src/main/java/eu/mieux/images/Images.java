package eu.mieux.images;

import eu.mieux.embedded.TemporaryFolder;
import eu.mieux.local.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Behind {@code ./mieux images}. */
@Command(
        name = "mieux images",
        description =
                "Writes the OCI image of every service and of the gateway as a tar file, without an engine or a registry.",
        mixinStandardHelpOptions = true)
public final class Images implements Callable<Integer> {

    @Option(names = "--root", hidden = true, required = true)
    private Path root;

    @Option(
            names = "--arch",
            split = ",",
            paramLabel = "NAME",
            description = "amd64 or arm64; both unless it is given.")
    private List<String> architectures =
            Arrays.stream(Architecture.values()).map(Architecture::title).toList();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "The gateway or a service; all unless it is given.")
    private List<String> programs =
            Arrays.stream(Program.values()).map(Program::title).toList();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where the tar files go; deploy/images/target/images unless it is given.")
    private @Nullable Path output;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "What was downloaded and linked before; ~/.cache/mieux/images unless it is given.")
    private Path cache = Path.of(System.getProperty("user.home"), ".cache", "mieux", "images");

    @Option(
            names = "--name",
            paramLabel = "PREFIX",
            description = "What the names begin with; \"mieux\" unless it is given.")
    private String prefix = "mieux";

    @Option(
            names = "--version-tag",
            paramLabel = "TAG",
            description = "The images' version; the project's unless it is given.")
    private String version = "1.0.0-SNAPSHOT";

    @Option(
            names = "--no-training",
            description =
                    "Without the cache that lets a program start faster. It needs podman or docker; without either it is left out, too.")
    private boolean untrained;

    @Option(
            names = "--emulate",
            description = "Train the programs for another architecture as well, by QEMU: some minutes for each.")
    private boolean emulated;

    @Option(
            names = "--refresh-packages",
            description =
                    "Writes no images, but pins the newest versions of the Debian packages in deploy/images/debian.csv.")
    private boolean refresh;

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Images()).setExecutionExceptionHandler((failure, line, _) -> {
            line.getErr().println(Failures.sentence(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (refresh) {
            new PackageIndex(PackageStore.MIRRORS.getFirst()).pin(DebianPackage.list(root));
            return 0;
        }
        Path target = Files.createDirectories(
                output == null
                        ? root.resolve("deploy")
                                .resolve("images")
                                .resolve("target")
                                .resolve("images")
                        : output);
        Files.createDirectories(cache);
        Optional<Engine> engine = untrained ? Optional.empty() : Engine.found();
        if (!untrained && engine.isEmpty()) {
            System.err.println("Neither podman nor docker answers: the images start slower, for want of a cache.");
        }
        Path scratch = Files.createTempDirectory(cache, "building");
        Assembly assembly = new Assembly(root, target, scratch, prefix, version);
        try {
            for (String name : architectures) {
                Architecture architecture = Architecture.titled(name);
                Optional<StartupCache> startup = engine.filter(_ -> canRun(architecture))
                        .map(found -> new StartupCache(found, root, scratch, target.resolve("startup")));
                Ground ground = Ground.of(architecture, root, cache);
                for (String title : programs) {
                    write(assembly, Program.titled(title), ground, startup);
                }
            }
        } finally {
            TemporaryFolder.delete(scratch);
        }
        return 0;
    }

    private boolean canRun(Architecture architecture) {
        boolean can = architecture == Architecture.ofThisMachine()
                || (emulated && Engine.onPath(architecture.emulator()).isPresent());
        if (!can) {
            System.err.printf(
                    "Images for %s start slower, for want of a cache. Train it on such a machine, or here with --emulate and %s (Debian: qemu-user-static), which takes some minutes for each.%n",
                    architecture.title(), architecture.emulator());
        }
        return can;
    }

    private void write(Assembly assembly, Program program, Ground ground, Optional<StartupCache> startup)
            throws IOException, InterruptedException {
        Instant begun = Instant.now();
        String digest = assembly.write(program, ground, startup);
        System.out.printf(
                "%s/%s:%s linux/%s %s %,d s%n",
                prefix,
                program.title(),
                version,
                ground.architecture().title(),
                digest,
                Duration.between(begun, Instant.now()).toSeconds());
    }
}
