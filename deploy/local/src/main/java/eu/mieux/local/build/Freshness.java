package eu.mieux.local.build;

import eu.mieux.local.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which modules must be built before something can be done: those without an artefact, or with one older than a source. */
final class Freshness {

    private static final String REALM = "mieux-realm.json";
    private static final String BROKER = "deploy/broker";
    private static final List<String> SERVICES = List.of(
            "pre-implementation-service",
            "implementation-service",
            "expert-service",
            "monitoring-service",
            "knowledge-service");

    private static final String GATEWAY = "gateway";

    /** What writes the images stands on these. */
    private static final List<String> BEHIND_IMAGES = List.of("deploy/embedded", "deploy/local", Extra.IMAGES.module());

    private final Checkout checkout;

    private final Set<Extra> extras;

    Freshness(Checkout checkout, Set<Extra> extras) {
        this.checkout = checkout;
        this.extras = Set.copyOf(extras);
    }

    List<String> stale() throws IOException {
        FileTime shared = max(newest(checkout.path("pom.xml")), sources("chassis"));
        List<String> stale = new ArrayList<>();
        if (isStale(artefact(BROKER), sources(BROKER))) {
            stale.add(BROKER);
        }
        for (String service : SERVICES) {
            if (isStale(artefact(service), max(shared, sources(service)))) {
                stale.add(service);
            }
        }
        if (isStale(artefact(GATEWAY), max(max(shared, sources(GATEWAY)), documents()))) {
            stale.add(GATEWAY);
        }
        for (Extra extra : extras) {
            if (isStale(artefact(extra.module()), sources(extra))) {
                stale.add(extra.module());
            }
        }
        return stale;
    }

    /**
     * Notes that modules were built from the sources of a time: Maven leaves an artefact alone whose content did not change,
     * and its time with it.
     */
    void built(List<String> modules, FileTime begun) throws IOException {
        for (String module : modules) {
            if (Files.exists(artefact(module))) {
                Files.setLastModifiedTime(artefact(module), begun);
            }
        }
    }

    Path artefact(String module) {
        if (module.equals(BROKER)) {
            return checkout.path(module, "target", "broker.jar");
        }
        if (module.equals(Extra.IMAGES.module())) {
            return checkout.path(module, "target", "images.jar");
        }
        if (module.equals(Extra.KEYCLOAK.module())) {
            // The last that a build brings.
            return checkout.path(module, "target", "keycloak", "data", "import", REALM);
        }
        return checkout.path(module, "target", "quarkus-app", "quarkus-run.jar");
    }

    /** Of the root's pom only versions matter to them, and a look by Maven costs little. */
    private FileTime sources(Extra extra) throws IOException {
        FileTime newest = newest(checkout.path("pom.xml"));
        return switch (extra) {
            case KEYCLOAK -> max(max(newest, newest(checkout.path(extra.module(), REALM))), sources(extra.module()));
            case IMAGES -> {
                for (String module : BEHIND_IMAGES) {
                    newest = max(newest, sources(module));
                }
                yield newest;
            }
        };
    }

    private static boolean isStale(Path artefact, FileTime sources) throws IOException {
        return !Files.exists(artefact) || Files.getLastModifiedTime(artefact).compareTo(sources) < 0;
    }

    private FileTime sources(String module) throws IOException {
        Path folder = checkout.path(module);
        return max(
                newest(folder.resolve("pom.xml")), newest(folder.resolve("src").resolve("main")));
    }

    /** What the gateway's documentation is written from. */
    private FileTime documents() throws IOException {
        FileTime newest = max(newest(checkout.path("docs", "guides")), newest(checkout.path("CHANGELOG.md")));
        for (String service : SERVICES) {
            newest = max(newest, newest(checkout.path(service, "contract")));
        }
        return newest;
    }

    private static FileTime newest(Path tree) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        if (!Files.exists(tree)) {
            return newest;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                newest = max(newest, Files.getLastModifiedTime(file));
            }
        }
        return newest;
    }

    private static FileTime max(FileTime one, FileTime other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
