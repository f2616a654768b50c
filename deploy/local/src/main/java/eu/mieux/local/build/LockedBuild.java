package eu.mieux.local.build;

import eu.mieux.local.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a command while nobody else builds in a checkout, and ends as it ends: {@code LockedBuild CHECKOUT COMMAND…}. The
 * script {@code mieux} builds the launcher by it, and so runs it from this source: not every system has {@code flock}, and
 * where there is one, its locks are not those of Java.
 */
final class LockedBuild {

    private LockedBuild() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(Path.of(arguments[0]), Arrays.asList(arguments).subList(1, arguments.length)));
    }

    private static int run(Path checkout, List<String> command) throws InterruptedException {
        try (BuildLock lock = new BuildLock(checkout)) {
            lock.take(new CountDownLatch(1), System.err::println);
            // The hook first: a signal may come as soon as the command runs.
            List<Process> builds = new CopyOnWriteArrayList<>();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> builds.forEach(ProcessTree::end), "end"));
            Process build = new ProcessBuilder(command).inheritIO().start();
            builds.add(build);
            return build.waitFor();
        } catch (IOException e) {
            System.err.printf("Nothing can be built in %s: %s.%n", checkout, FileTrouble.reason(e));
            return 1;
        }
    }
}
