package eu.mieux.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which library a jar of a Quarkus application is, by the list that Quarkus writes beside it. */
record MavenCoordinates(String group, String artifact, String classifier, String version) {

    private static final String LIST = "quarkus-app-dependencies.txt";

    /** All that a program has below {@code lib}. */
    static List<MavenCoordinates> of(Path application) throws IOException {
        return Files.readAllLines(application.resolve(LIST)).stream()
                .map(MavenCoordinates::parse)
                .sorted((one, other) -> one.fileName().compareTo(other.fileName()))
                .toList();
    }

    /** Of {@code group:artifact:classifier:type:version}. */
    private static MavenCoordinates parse(String line) {
        String[] parts = line.split(":", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("No coordinates of a library in %s: %s".formatted(LIST, line));
        }
        return new MavenCoordinates(parts[0], parts[1], parts[2], parts[4]);
    }

    /** Where the jar is. */
    Path jar(Path application) throws IOException {
        for (String folder : List.of("main", "boot")) {
            Path jar = application.resolve("lib").resolve(folder).resolve(fileName());
            if (Files.exists(jar)) {
                return jar;
            }
        }
        throw new IOException("%s names %s, which is not there".formatted(LIST, fileName()));
    }

    private String fileName() {
        return "%s.%s-%s%s.jar".formatted(group, artifact, version, classifier.isEmpty() ? "" : "-" + classifier);
    }
}
