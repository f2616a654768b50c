package eu.mieux.local.suite;

import eu.mieux.embedded.BrokerLaunch;
import eu.mieux.local.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the JVMs of a suite, and the copies of the programs that they run. */
final class Launches {

    private final Checkout checkout;
    private final SuiteFolder folder;

    Launches(Checkout checkout, SuiteFolder folder) {
        this.checkout = checkout;
        this.folder = folder;
    }

    /** Where the suite keeps its copy of a part's program. */
    Path home(Part part) {
        return folder.programs().resolve(part.title());
    }

    /** Brings that copy up to date; only for a part that does not run. */
    void refresh(Part part) {
        switch (part) {
            case POSTGRES -> {
                // Unpacked once for each user, not for each suite.
            }
            case KAFKA -> Programs.copy(checkout.path("deploy", "broker", "target"), home(part), Launches::isJar);
            case IDENTITY ->
                Programs.copy(
                        checkout.path("deploy", "local", "target"),
                        home(part),
                        file -> isJar(file) && !file.toString().contains("postgres-binaries"));
            case GATEWAY, PRE_IMPLEMENTATION, IMPLEMENTATION, EXPERT, MONITORING, KNOWLEDGE ->
                Programs.copy(checkout.path(part.title(), "target", "quarkus-app"), home(part), _ -> true);
        }
    }

    /** The classes of this module, in the suite's own copy. */
    String launcherClasses() {
        Path home = home(Part.IDENTITY);
        return home.resolve("local.jar") + File.pathSeparator + home.resolve("lib") + File.separator + "*";
    }

    List<String> identity(int port, Path keys) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx48m",
                "-cp",
                launcherClasses(),
                "eu.mieux.local.identity.Identity",
                Integer.toString(port),
                keys.toString());
    }

    /** The copy of Keycloak, brought up to date; only while it does not run. */
    Keycloak keycloak() {
        return Keycloak.copied(checkout, folder.programs().resolve("keycloak"));
    }

    /** With both compilers: under load the second one trebles what a service answers. The heap starts small all the same. */
    List<String> application(Part part) {
        return List.of(
                "-XX:ReservedCodeCacheSize=128m",
                "-Xms48m",
                "-Xmn24m",
                part == Part.GATEWAY ? "-Xmx128m" : "-Xmx256m",
                "-jar",
                home(part).resolve("quarkus-run.jar").toString());
    }

    /** @param attached whether the broker ends with this process */
    BrokerLaunch broker(Path data, int port, int controllerPort, Path log, boolean attached, List<String> options)
            throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add("-XX:ReservedCodeCacheSize=64m");
        return new BrokerLaunch(home(Part.KAFKA), data, port, controllerPort, Jvm.freshLog(log), attached, all);
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }
}
