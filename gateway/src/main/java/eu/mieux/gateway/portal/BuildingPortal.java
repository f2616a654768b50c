package eu.mieux.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The build step: {@code <checkout> <output directory>}, after the documents have been merged into the latter. */
public final class BuildingPortal {

    private BuildingPortal() {}

    /** @throws IllegalStateException when a link leads nowhere */
    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]);
        Path web = Path.of(arguments[1], "web");
        Path guides = checkout.resolve("docs/guides");
        ObjectMapper json = new ObjectMapper();
        JsonNode api = json.readTree(web.resolve("openapi.json").toFile());
        Portal portal = new Portal(
                new Templates(checkout.resolve("gateway/src/main/portal")),
                api.at("/info/version").asText(),
                Markdown.firstCode(Files.readString(guides.resolve(Guide.README))),
                Guide.all(guides),
                Chapter.byService(api),
                EventKind.of(json.readTree(web.resolve("asyncapi.json").toFile())),
                Markdown.page(Files.readString(checkout.resolve("CHANGELOG.md"))));
        Map<String, String> pages = portal.pages();
        TreeSet<String> operations = new TreeSet<>();
        api.path("paths").fieldNames().forEachRemaining(operations::add);
        List<String> broken = new Links(pages, web, operations).broken();
        if (!broken.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), broken));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = web.resolve(page.getKey().substring(1) + ".html");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, page.getValue());
        }
    }
}
