package eu.mieux.images;

import eu.mieux.local.Refusal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What becomes an image each: the five services and the gateway. */
enum Program {
    GATEWAY("gateway", "The one door to the suite: routes, checks tokens, limits, documents."),
    PRE_IMPLEMENTATION_SERVICE("pre-implementation-service", "Authorities, requests, review and Action Fiches."),
    IMPLEMENTATION_SERVICE("implementation-service", "Actions, Activities, deliverables and travel."),
    EXPERT_SERVICE("expert-service", "The Expert Management Mechanism: roster and deployments."),
    MONITORING_SERVICE("monitoring-service", "Figures, evaluation and annual reports."),
    KNOWLEDGE_SERVICE("knowledge-service", "Publications, search, live updates and webhooks.");

    private final String title;
    private final String description;

    Program(String title, String description) {
        this.title = title;
        this.description = description;
    }

    static Program titled(String title) {
        String wanted = title.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(program -> program.title.equals(wanted) || program.title.equals(wanted + "-service"))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no program called \"%s\". There are: %s."
                        .formatted(title, String.join(", ", titles()))));
    }

    private static Iterable<String> titles() {
        return Arrays.stream(values()).map(Program::title).toList();
    }

    /** The name of its module and, after "mieux/", of its image. */
    String title() {
        return title;
    }

    String description() {
        return description;
    }

    /** What the build makes of it. */
    Path application(Path root) {
        return root.resolve(title).resolve("target").resolve("quarkus-app");
    }
}
