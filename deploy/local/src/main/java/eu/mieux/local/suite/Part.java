package eu.mieux.local.suite;

import eu.mieux.local.Refusal;
import eu.mieux.local.identity.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The processes of a suite, in the order of their ports: each stands so many above the gateway's. */
public enum Part {
    GATEWAY("gateway", 0, null),
    PRE_IMPLEMENTATION("pre-implementation-service", 1, "pre_implementation"),
    IMPLEMENTATION("implementation-service", 2, "implementation"),
    EXPERT("expert-service", 3, "expert"),
    MONITORING("monitoring-service", 4, "monitoring"),
    KNOWLEDGE("knowledge-service", 5, "knowledge"),
    IDENTITY("identity", 6, null),
    POSTGRES("postgres", 7, null),
    KAFKA("kafka", 8, null);

    /** Kafka takes a second port for its controller. */
    static final int KAFKA_CONTROLLER_OFFSET = 9;

    /** How many ports in a row a suite takes. */
    public static final int BLOCK = 10;

    private final String title;
    private final int offset;
    private final @Nullable String database;

    Part(String title, int offset, @Nullable String database) {
        this.title = title;
        this.offset = offset;
        this.database = database;
    }

    /** The five services. */
    static List<Part> services() {
        return Arrays.stream(values()).filter(part -> part.database != null).toList();
    }

    /** The five services and the gateway. */
    static List<Part> applications() {
        return Arrays.stream(values()).filter(Part::isApplication).toList();
    }

    /** By its name, in full or without "-service". */
    public static Part named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(part -> part.title.equals(wanted) || part.title.equals(wanted + "-service"))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no part called \"%s\". There are: %s."
                        .formatted(
                                name, Arrays.stream(values()).map(Part::title).collect(Collectors.joining(", ")))));
    }

    /** Its name towards people, and the name of its module if it is one of ours. */
    public String title() {
        return title;
    }

    public int port(int gatewayPort) {
        return gatewayPort + offset;
    }

    /** The name of its database and of the role that owns it. */
    String database() {
        if (database == null) {
            throw new IllegalStateException(title + " has no database");
        }
        return database;
    }

    /** What answers 200 over HTTP when it can serve. */
    String readyPath(Provider identity) {
        return this == IDENTITY ? identity.readyPath() : "/q/health/ready";
    }

    boolean isApplication() {
        return this == GATEWAY || database != null;
    }

    String environmentName() {
        return "MIEUX_" + name() + "_URL";
    }
}
