package eu.mieux.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Speaks to the person at the keyboard: sentences, and bars where somebody watches. */
public final class Console {

    private final PrintStream out;
    private final int width;

    /** @param width columns of the terminal that somebody watches; 0 when nobody does */
    public Console(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    /** Standard output; the script says how wide the terminal is, if there is one. */
    static Console standard() {
        return new Console(System.out, Integer.getInteger("mieux.columns", 0));
    }

    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    /** As it is, without ending the line. */
    void show(String text) {
        out.print(text);
        out.flush();
    }

    /** A bar that grows to the maximum where somebody watches; in a log file a line now and then. */
    public Progress progress(String task, long maximum) {
        return width > 0 ? new Bar(task, maximum, width) : new Lines(task);
    }

    /** How far a task has come. */
    public interface Progress extends AutoCloseable {

        void to(long done, long maximum, String note);

        @Override
        void close();
    }

    private static final class Bar implements Progress {

        private final ProgressBar bar;

        private Bar(String task, long maximum, int width) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(maximum)
                    .setStyle(ProgressBarStyle.ASCII)
                    // Left to itself the library asks JLine, which takes Ctrl-C away from the shutdown hooks.
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, width - 1))
                    .setUpdateIntervalMillis(200)
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build();
        }

        @Override
        public void to(long done, long maximum, String note) {
            bar.maxHint(maximum);
            bar.stepTo(done);
            bar.setExtraMessage(" " + note);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For those who read it later, or wait for a script: a sign of life every half minute. */
    private final class Lines implements Progress {

        private static final Duration PAUSE = Duration.ofSeconds(30);

        private final String task;
        private Instant next = Instant.now().plus(PAUSE);

        private Lines(String task) {
            this.task = task;
        }

        @Override
        public void to(long done, long maximum, String note) {
            if (Instant.now().isBefore(next)) {
                return;
            }
            say("%s: %d %%, %s".formatted(task, maximum == 0 ? 0 : 100 * done / maximum, note));
            next = Instant.now().plus(PAUSE);
        }

        @Override
        public void close() {
            // A line that is said is said.
        }
    }
}
