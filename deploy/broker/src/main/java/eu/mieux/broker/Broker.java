package eu.mieux.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Apache Kafka as one process: broker and controller together, on the loopback interface only.
 *
 * <p>Arguments: data folder, client port, controller port, and optionally {@code attached}, with which the broker
 * stops as soon as its standard input ends, that is, when the process that started it is gone.
 *
 * <p>Once it takes requests it writes {@value #READY_FILE} into the data folder: its process id and its client port.
 */
public final class Broker {

    static final String READY_FILE = "ready";

    private Broker() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println("Usage: broker DATA_FOLDER CLIENT_PORT CONTROLLER_PORT [attached]");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        BrokerSettings settings =
                new BrokerSettings(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Path ready = folder.resolve(READY_FILE);
        Files.createDirectories(folder);
        Files.deleteIfExists(ready);
        format(settings);

        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, ready), "stop"));
        server.startup();
        announce(ready, settings.clientPort());
        if (arguments.length > 3 && arguments[3].equals("attached")) {
            Thread.ofPlatform().daemon().name("parent-watch").start(Broker::exitWhenInputEnds);
        }
        server.awaitShutdown();
    }

    /** A folder is formatted once; its cluster id stays with it. */
    private static void format(BrokerSettings settings) throws Exception {
        if (Files.exists(settings.logFolder().resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(settings.logFolder().toString())
                .setMetadataLogDirectory(settings.logFolder().toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .run();
    }

    private static void announce(Path ready, int port) throws IOException {
        Path unfinished = ready.resolveSibling(READY_FILE + ".new");
        Files.writeString(unfinished, ProcessHandle.current().pid() + " " + port + "\n");
        Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void stop(KafkaRaftServer server, Path ready) {
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            System.err.println("The file " + ready + " cannot be removed: " + e);
        }
        server.shutdown();
    }

    private static void exitWhenInputEnds() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The process that started this broker cannot be watched any more: " + e);
        }
        System.exit(0);
    }
}
