package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.failpoint.Failpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A name server that says nothing is not waited for: the name then leads nowhere. Its threads are the platform's, for the call to
 * the operating system would hold one of the few that carry all virtual ones; and no more of them wait for silent name servers.
 */
final class PatientNames implements Destinations.Names {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 64;
    private static final int IDLE_SECONDS = 10;

    private final Destinations.Names names;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("names-", 0).factory());

    PatientNames(Destinations.Names names) {
        this.names = names;
    }

    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> asked = threads.submit(() -> {
                Failpoint.reached("name-asked");
                return names.addresses(host);
            });
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception why) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(why);
        return unknown;
    }
}
