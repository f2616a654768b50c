package eu.mieux.local.suite;

import eu.mieux.local.FileTrouble;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The folder that holds all that one suite keeps. Two suites never share one. */
final class SuiteFolder {

    private final Path folder;
    private final StateFile state;

    SuiteFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.state = new StateFile(this.folder.resolve("suite.json"));
    }

    Path path() {
        return folder;
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path identity() {
        return folder.resolve("identity");
    }

    Path keycloak() {
        return folder.resolve("keycloak");
    }

    /** Copies of the programs, and what makes them start faster. */
    Path programs() {
        return folder.resolve("programs");
    }

    Path log(Part part) {
        return log(part.title());
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    /**
     * Refuses a folder that holds something but no suite, and touches nothing. What a start of our own may have left there
     * before it wrote {@code suite.json} is no hindrance.
     */
    void requireOurs() {
        if (!Files.exists(folder) || state.exists()) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new Refusal("%s is not a folder. Choose another with --data.".formatted(folder));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Optional<Path> foreign =
                    entries.filter(entry -> !isLeftBehind(entry)).findFirst();
            if (foreign.isPresent()) {
                throw new Refusal(
                        "The folder %s holds something (%s), but no suite. Nothing in it was touched. Choose a new or empty folder with --data."
                                .formatted(folder, foreign.get().getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The empty file {@code lock}, a {@code suite.json} half written, and what a new disk holds. */
    private static boolean isLeftBehind(Path entry) {
        String name = entry.getFileName().toString();
        return switch (name) {
            case "lock" -> Files.isRegularFile(entry) && entry.toFile().length() == 0;
            case "lost+found" -> true;
            default -> name.startsWith(".suite.json") && name.endsWith(".new");
        };
    }

    /** Makes it the folder of a suite, with passwords of its own, unless it is one; {@code suite.json} comes first. */
    void create(int port) {
        requireOurs();
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            if (!state.exists()) {
                begin(port);
            }
            Files.createDirectories(folder.resolve("logs"));
        } catch (IOException e) {
            throw new Refusal(
                    "The folder %s cannot be written: %s. Choose another with --data."
                            .formatted(folder, FileTrouble.reason(e)),
                    e);
        }
    }

    private void begin(int port) throws IOException {
        try (FileLock _ = lock()) {
            if (!state.exists()) {
                Map<String, String> passwords = new TreeMap<>();
                SuiteState.roles().forEach(role -> passwords.put(role, password()));
                state.write(new SuiteState(port, passwords, null, null));
            }
        }
    }

    /** What is known of the suite; empty before its first start. */
    synchronized Optional<SuiteState> state() {
        return state.read();
    }

    SuiteState known() {
        return state().orElseThrow(() -> new Refusal(
                "There is no suite in %s. Start one by ./mieux up, or say where it is with --data.".formatted(folder)));
    }

    synchronized SuiteState change(UnaryOperator<SuiteState> change) {
        SuiteState changed = change.apply(known());
        state.write(changed);
        return changed;
    }

    /** Two commands must not start or stop the same suite at once. */
    FileLock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Refusal("Another ./mieux is just starting or stopping the suite in %s. Wait until it is done."
                        .formatted(folder));
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
