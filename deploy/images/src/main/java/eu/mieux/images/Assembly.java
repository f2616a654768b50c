package eu.mieux.images;

import eu.mieux.images.Image.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts one program's image together: the system, the JDK, the program's libraries, the program, its bill of materials, and the
 * cache that it starts faster with.
 *
 * @param prefix what the names of the images begin with
 */
record Assembly(Path root, Path output, Path scratch, String prefix, String version) {

    /** @return the image's digest */
    String write(Program program, Ground ground, Optional<StartupCache> startup)
            throws IOException, InterruptedException {
        Path application = program.application(root);
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new IOException("%s is not built; ./mieux images builds it.".formatted(program.title()));
        }
        String title = program.title() + "-" + ground.architecture().title();
        String name = "%s/%s:%s".formatted(prefix, program.title(), version);
        Path bill = Files.writeString(
                output.resolve(title + ".cdx.json"), Sbom.of(name, version, application, ground.packages()));
        List<Layer> layers = new ArrayList<>(List.of(
                new Layer("system", ground.system()),
                new Layer("java", ground.java()),
                new Layer("libraries", files(application, true)),
                new Layer("program", files(application, false)),
                new Layer("bill-of-materials", new TreeMap<>(Map.of(Sbom.PATH, bill)))));
        Optional<Path> cache = startup.isEmpty()
                ? Optional.empty()
                : Optional.of(trained(program, ground.architecture(), layers, name + "-training", startup.get()));
        cache.ifPresent(file -> layers.add(new Layer("startup", new TreeMap<>(Map.of(Start.CACHE, file)))));
        return new Image(name, ground.architecture(), created(), labels(program))
                .write(
                        output.resolve(title + ".tar"),
                        layers,
                        Start.entrypoint(cache.isPresent() ? Start.CACHE : null),
                        scratch);
    }

    /** By the image without a cache, under a name that nobody will take for the other. */
    private Path trained(
            Program program, Architecture architecture, List<Layer> layers, String name, StartupCache startup)
            throws IOException, InterruptedException {
        Path tar = scratch.resolve(program.title() + ".tar");
        String digest = new Image(name, architecture, created(), labels(program))
                .write(tar, layers, Start.entrypoint(null), scratch);
        return startup.of(program, architecture, new StartupCache.Untrained(name, digest, tar));
    }

    private static SortedMap<String, Path> files(Path application, boolean libraries) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(application)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Path inside = application.relativize(file);
                if (inside.startsWith("lib") == libraries) {
                    files.put(Start.HOME + "/" + inside.toString().replace('\\', '/'), file);
                }
            }
        }
        return files;
    }

    private Map<String, String> labels(Program program) throws IOException, InterruptedException {
        Map<String, String> labels = new LinkedHashMap<>();
        String standard = "org.opencontainers.image.";
        labels.put(standard + "title", "MIEUX " + program.title());
        labels.put(standard + "description", program.description());
        labels.put(standard + "version", version);
        labels.put(standard + "licenses", "EUPL-1.2");
        labels.put(standard + "created", created().toString());
        Revision.of(root).ifPresent(revision -> labels.put(standard + "revision", revision.commit()));
        return labels;
    }

    /** When the commit was made, so that it can be made the same again. */
    private Instant created() throws IOException, InterruptedException {
        return Revision.of(root).map(Revision::committed).orElse(Instant.EPOCH);
    }
}
