package eu.mieux.gateway.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of {@code docs/guides}; their order is that of {@code docs/guides/README.md}. */
record Guide(String name, Markdown.Rendered text) {

    /** The list of the guides, which begins with a block of commands: the portal's first page shows it. */
    static final String README = "README.md";

    public String address() {
        return Addresses.guide(name);
    }

    /** @throws IllegalStateException when the list and the folder differ */
    static List<Guide> all(Path folder) throws IOException {
        List<String> order = Markdown.links(Files.readString(folder.resolve(README))).stream()
                .filter(link -> link.endsWith(".md"))
                .map(link -> link.replace(".md", ""))
                .toList();
        List<Guide> guides = new ArrayList<>();
        for (String name : order) {
            guides.add(new Guide(name, Markdown.page(Files.readString(folder.resolve(name + ".md")))));
        }
        try (var files = Files.list(folder)) {
            List<String> unlisted = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".md") && !file.equals(README))
                    .map(file -> file.replace(".md", ""))
                    .filter(name -> !order.contains(name))
                    .toList();
            if (!unlisted.isEmpty()) {
                throw new IllegalStateException("docs/guides/README.md does not list " + unlisted);
            }
        }
        return guides;
    }
}
