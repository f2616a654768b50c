package eu.mieux.local.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One build at a time in a checkout: two would write the same {@code target/} folders. The operating system frees the lock
 * when its holder dies; the empty file {@code target/build.lock} stays and means nothing.
 *
 * <p>Needs no more than the JDK, because {@link LockedBuild} does.
 */
final class BuildLock implements AutoCloseable {

    private static final String BUSY = "Another ./mieux is building in this checkout; waiting for it.";
    private static final long LOOK_MILLIS = 200;

    private final FileChannel file;

    BuildLock(Path checkout) throws IOException {
        Path folder = Files.createDirectories(checkout.resolve("target"));
        file = FileChannel.open(folder.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Waits for its turn, and says so; false when that was given up. */
    boolean take(CountDownLatch givenUp, Consumer<String> say) throws IOException, InterruptedException {
        boolean said = false;
        while (file.tryLock() == null) {
            if (!said) {
                say.accept(BUSY);
                said = true;
            }
            if (givenUp.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return givenUp.getCount() > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
