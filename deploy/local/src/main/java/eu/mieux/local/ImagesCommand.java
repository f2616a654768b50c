package eu.mieux.local;

import eu.mieux.local.build.Extra;
import eu.mieux.local.build.Maven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Builds what is missing, and hands over to {@code deploy/images}, which has the options. */
@Command(
        name = "images",
        description =
                "Writes the OCI images of the services and the gateway as tar files; ./mieux images --help tells more.")
final class ImagesCommand implements Callable<Integer> {

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Checkout checkout = Checkout.here();
        Path module = checkout.path("deploy", "images");
        Maven maven = new Maven(checkout);
        Runtime.getRuntime().addShutdownHook(new Thread(maven::stop, "stop"));
        Path log = Files.createDirectories(module.resolve("target")).resolve("build.log");
        maven.buildWhatIsStale(log, Console.standard(), Set.of(Extra.IMAGES));
        Path target = module.resolve("target");
        List<String> command = new ArrayList<>(List.of(
                Checkout.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                target.resolve("images.jar") + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                "eu.mieux.images.Images",
                "--root",
                checkout.root().toString()));
        command.addAll(options);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
