package eu.mieux.local.suite;

import eu.mieux.local.Checkout;
import java.nio.file.Path;
import java.util.List;

/**
 * The real Keycloak, from a copy that {@code deploy/keycloak} has unpacked and prepared: with H2 in a file, since a suite
 * on one machine has no second node, and without a cluster's caches, which would listen beyond this machine.
 *
 * @param home the copy
 */
record Keycloak(Path home) {

    static Keycloak copied(Checkout checkout, Path home) {
        return new Keycloak(Programs.copy(checkout.path("deploy", "keycloak", "target", "keycloak"), home, _ -> true));
    }

    /**
     * As {@code bin/kc.sh start --optimized} has it, but for the memory. The realm file lies in the copy; it is read on the
     * first start, and left alone once the database knows the realm.
     *
     * @param data where the database is kept
     */
    List<String> command(int port, Path data) {
        return List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=96m",
                "-Xms64m",
                "-Xmx256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Duser.language=en",
                "-Dkc.home.dir=" + home,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--db-url=jdbc:h2:file:" + data.resolve("keycloak") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
    }
}
