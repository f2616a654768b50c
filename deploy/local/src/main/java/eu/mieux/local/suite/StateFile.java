package eu.mieux.local.suite;

import eu.mieux.local.FileTrouble;
import eu.mieux.local.PrivateFile;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code suite.json}. It alone makes a folder a suite's, so it is the first that is written there. */
record StateFile(Path file) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    boolean exists() {
        return Files.exists(file);
    }

    /** Empty when there is none. */
    Optional<SuiteState> read() {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Optional.ofNullable(JSON.readValue(Files.readString(file), SuiteState.class))
                    .orElseThrow(() -> damaged(null)));
        } catch (CharacterCodingException | JacksonException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new Refusal(
                    "The file %s cannot be read: %s. Make it readable, or say with --data which other suite you mean."
                            .formatted(file, FileTrouble.reason(e)),
                    e);
        }
    }

    void write(SuiteState state) {
        try {
            PrivateFile.write(file, JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusal damaged(@Nullable Exception cause) {
        return new Refusal(
                "The file %s is damaged: port or passwords of the suite cannot be made out. Put back a copy of it; if there is none, the data beside it cannot be opened any more: move the folder away, or start another suite with --data."
                        .formatted(file),
                cause);
    }
}
