package eu.mieux.local;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Speaks to the person at the keyboard: sentences, and bars where somebody watches. */
public final class Console {

    private final PrintStream out;
    private final boolean watched;

    public Console(PrintStream out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    /** Standard output; the script says whether a terminal is there to draw on. */
    static Console standard() {
        return new Console(System.out, Boolean.getBoolean("mieux.watched"));
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

    /** A bar that grows to the maximum where somebody watches; nothing in a log file. */
    public Progress progress(String task, long maximum) {
        return watched ? new Bar(task, maximum) : new Silence();
    }

    /** How far a task has come. */
    public interface Progress extends AutoCloseable {

        void to(long done, long maximum, String note);

        @Override
        void close();
    }

    private static final class Bar implements Progress {

        private final ProgressBar bar;

        private Bar(String task, long maximum) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(maximum)
                    .setStyle(ProgressBarStyle.ASCII)
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

    private static final class Silence implements Progress {

        @Override
        public void to(long done, long maximum, String note) {
            // Nobody watches.
        }

        @Override
        public void close() {
            // Nothing was drawn.
        }
    }
}
