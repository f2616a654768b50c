package eu.mieux.local.suite;

import eu.mieux.local.PrivateFile;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The folder that holds all that one suite keeps. Two suites never share one. */
final class SuiteFolder {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    SuiteFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
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

    void create() {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(folder.resolve("logs"));
        } catch (IOException e) {
            throw new Refusal(
                    "The folder %s cannot be created: %s. Choose another with --data."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** What is known of the suite; empty before its first start. */
    synchronized Optional<SuiteState> state() {
        Path file = folder.resolve("suite.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), SuiteState.class));
        } catch (IOException | JacksonException e) {
            throw new Refusal("The file %s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    SuiteState known() {
        return state().orElseThrow(() -> new Refusal(
                "There is no suite in %s. Start one by ./mieux up, or say where it is with --data.".formatted(folder)));
    }

    /** Makes passwords for a new suite. */
    synchronized SuiteState initial(int port) {
        Map<String, String> passwords = new TreeMap<>();
        passwords.put("postgres", password());
        Part.services().forEach(service -> passwords.put(service.database(), password()));
        SuiteState state = new SuiteState(port, passwords, null);
        write(state);
        return state;
    }

    synchronized SuiteState change(UnaryOperator<SuiteState> change) {
        SuiteState changed = change.apply(known());
        write(changed);
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

    private void write(SuiteState state) {
        try {
            PrivateFile.write(folder.resolve("suite.json"), JSON.writeValueAsString(state));
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
