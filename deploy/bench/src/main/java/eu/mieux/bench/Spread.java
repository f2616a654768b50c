package eu.mieux.bench;

import java.util.ArrayList;
import java.util.List;

/** Several measurements of the same thing: the middle one, and how far they lie apart. */
record Spread(double median, double least, double most) {

    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(percentile(sorted, 50), sorted.getFirst(), sorted.getLast());
    }

    /** Repetition by repetition, so that what slowed both down does not count. */
    static Spread ofRatios(List<Double> over, List<Double> under) {
        if (over.size() != under.size()) {
            throw new IllegalArgumentException("Each measurement needs its reference.");
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < over.size(); i++) {
            ratios.add(over.get(i) / under.get(i));
        }
        return of(ratios);
    }

    /**
     * By linear interpolation.
     *
     * @param sorted ascending, not empty
     */
    static double percentile(List<Double> sorted, double percent) {
        double place = (sorted.size() - 1) * percent / 100;
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        double part = place - below;
        return sorted.get(below) * (1 - part) + sorted.get(above) * part;
    }
}
