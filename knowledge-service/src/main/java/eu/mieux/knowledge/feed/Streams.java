package eu.mieux.knowledge.feed;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many follow the feed here: each costs little, but none of them goes away by itself. */
@ApplicationScoped
class Streams {

    private final int most;
    private final int mostPerCaller;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private int all;

    Streams(
            @ConfigProperty(name = "mieux.feed.streams") int most,
            @ConfigProperty(name = "mieux.feed.streams-per-caller") int mostPerCaller) {
        this.most = most;
        this.mostPerCaller = mostPerCaller;
    }

    synchronized void open(String caller) {
        if (all >= most) {
            throw new TooManyInAll();
        }
        if (byCaller.getOrDefault(caller, 0) >= mostPerCaller) {
            throw new TooManyStreams(mostPerCaller);
        }
        byCaller.merge(caller, 1, Integer::sum);
        all++;
    }

    synchronized void close(String caller) {
        byCaller.computeIfPresent(caller, (_, open) -> open == 1 ? null : open - 1);
        all--;
    }

    static final class TooManyStreams extends Refusal {
        TooManyStreams(int most) {
            super(Kind.TOO_MANY, "You follow %d streams of events already; close one of them.".formatted(most));
        }
    }

    static final class TooManyInAll extends Refusal {
        TooManyInAll() {
            super(Kind.UNAVAILABLE, "As many follow the events here as can be served; try again in a minute.");
        }
    }
}
