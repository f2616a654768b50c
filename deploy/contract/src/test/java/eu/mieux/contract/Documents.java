package eu.mieux.contract;

import eu.mieux.chassis.testing.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documents as the gateway serves them: resources of its classes. */
final class Documents {

    private static final JsonMapper JSON = new JsonMapper();

    private Documents() {}

    /** A copy to read, or to spoil. */
    static ObjectNode openApi() {
        return (ObjectNode) JSON.readTree(resource("openapi.json"));
    }

    static ApiDocument api() {
        return new ApiDocument(openApi());
    }

    /** @param name {@code openapi.yaml}, {@code asyncapi.yaml}, or either of them as JSON */
    static byte[] resource(String name) {
        try (InputStream file = Documents.class.getResourceAsStream("/web/" + name)) {
            if (file == null) {
                throw new AssertionError("The gateway has no " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, ObjectNode document) throws IOException {
        return Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }
}
