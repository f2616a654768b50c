package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** The build step: {@code <checkout> <output directory> <contracts required> <version>}. */
public final class MergingContracts {

    /** Every text is quoted: without, "NO" would be false to its readers, "1250.50" a number and a day a moment. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private MergingContracts() {}

    /** @throws IllegalStateException when a contract is missing that is required, or two cannot be united */
    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        boolean required = Boolean.parseBoolean(arguments[2]);
        List<Contract> contracts = contracts(checkout, output, required);
        List<Path> folders = contracts.stream()
                .map(contract -> checkout.resolve(contract.name() + "-service/contract"))
                .toList();
        ObjectNode api = MergedDocument.of(arguments[3], contracts);
        GatewayAnswers.addTo(api);
        new RecordedExamples(folders.stream()
                        .map(folder -> folder.resolve("examples"))
                        .toList())
                .addTo(api);
        Path web = Files.createDirectories(output.resolve("web"));
        write(api, web, "openapi");
        write(EventsDocument.of(arguments[3], folders), web, "asyncapi");
    }

    private static void write(ObjectNode document, Path folder, String name) throws IOException {
        YAML.writeValue(folder.resolve(name + ".yaml").toFile(), document);
        new ObjectMapper().writeValue(folder.resolve(name + ".json").toFile(), document);
    }

    private static List<Contract> contracts(Path checkout, Path output, boolean required) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(output.resolve("application.properties"))) {
            settings.load(file);
        }
        List<Contract> contracts = new ArrayList<>();
        for (String title : titles(settings)) {
            String name = title.split("\\.", -1)[2];
            Path file = checkout.resolve(name + "-service/contract/openapi.yaml");
            if (Files.exists(file)) {
                contracts.add(new Contract(
                        name,
                        settings.getProperty(title),
                        Arrays.asList(settings.getProperty("gateway.services." + name + ".prefixes")
                                .strip()
                                .split("\\s*,\\s*", -1)),
                        (ObjectNode) YAML.readTree(file.toFile())));
            } else if (required) {
                throw new IllegalStateException(
                        "There is no %s. Build that service first, or say -Dmieux.contracts.required=false."
                                .formatted(file.normalize()));
            }
        }
        return contracts;
    }

    /** In the order of the ports, which is the order of the processes. */
    private static List<String> titles(Properties settings) {
        return new TreeSet<>(settings.stringPropertyNames())
                .stream()
                        .filter(key -> key.matches("gateway\\.services\\.[a-z-]+\\.title"))
                        .sorted((a, b) -> url(settings, a).compareTo(url(settings, b)))
                        .toList();
    }

    private static String url(Properties settings, String title) {
        String url = settings.getProperty(title.replace(".title", ".url"));
        return url.substring(url.lastIndexOf(':'));
    }
}
