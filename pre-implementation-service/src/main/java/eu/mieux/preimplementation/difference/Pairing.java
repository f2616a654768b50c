package eu.mieux.preimplementation.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Which item of a list has become which of another: first those that are the same in everything, then those that are called the
 * same, then those that are called alike. Their places say nothing: lists are put in another order.
 */
final class Pairing {

    /** Of the words of both, what must be common to be taken for a new wording of the same. */
    private static final double ALIKE = 0.5;

    private static final int NONE = -1;

    private final List<JsonNode> before;
    private final List<JsonNode> after;

    /** By place in {@link #after}, the place in {@link #before}. */
    private final int[] origins;

    private final int[] previous;

    private final Set<Integer> gone = new TreeSet<>();

    private Pairing(List<JsonNode> before, List<JsonNode> after) {
        this.before = before;
        this.after = after;
        this.origins = new int[after.size()];
        this.previous = new int[after.size()];
        Arrays.fill(origins, NONE);
        for (int i = 0; i < before.size(); i++) {
            gone.add(i);
        }
    }

    /** @param name the field that an item is called by */
    static Pairing of(List<JsonNode> before, List<JsonNode> after, String name) {
        Pairing pairing = new Pairing(before, after);
        pairing.pairInOrder();
        pairing.pair(JsonNode::equals);
        pairing.pair((was, is) -> was.path(name).equals(is.path(name)));
        pairing.pair(
                (was, is) -> was.path("title").isTextual() && was.path("title").equals(is.path("title")));
        pairing.pairAlike(name);
        return pairing;
    }

    /** Where this item of the new list stood in the old one; below 0 when it was not there. */
    int origin(int place) {
        return origins[place];
    }

    /** The places in the old list of what is not in the new one any more. */
    Set<Integer> gone() {
        return gone;
    }

    /**
     * The places in the new list of what stands in another order than it did: as few as explain it, and none that bears the number
     * that it had.
     */
    Set<Integer> moved() {
        Set<Integer> moved = new TreeSet<>();
        for (int place = 0; place < origins.length; place++) {
            if (origins[place] != NONE) {
                moved.add(place);
            }
        }
        for (int place = heaviestEnd(moved); place != NONE; place = previous[place]) {
            moved.remove(place);
        }
        return moved;
    }

    /**
     * The last place of the weightiest sequence that has kept its order, from which {@link #previous} leads to its first. What has
     * kept its number weighs more than all that has not; and all of that together is in order.
     */
    private int heaviestEnd(Set<Integer> paired) {
        int[] weights = new int[origins.length];
        int best = NONE;
        for (int place : paired) {
            previous[place] = NONE;
            for (int earlier : paired) {
                if (earlier < place
                        && origins[earlier] < origins[place]
                        && (previous[place] == NONE || weights[earlier] > weights[previous[place]])) {
                    previous[place] = earlier;
                }
            }
            weights[place] = (origins[place] == place ? origins.length + 1 : 1)
                    + (previous[place] == NONE ? 0 : weights[previous[place]]);
            if (best == NONE || weights[place] > weights[best]) {
                best = place;
            }
        }
        return best;
    }

    /** Those that are the same in everything and in their order are not taken for others of the same. */
    private void pairInOrder() {
        for (AbstractDelta<JsonNode> same : DiffUtils.diff(before, after, true).getDeltas()) {
            if (same.getType() == DeltaType.EQUAL) {
                for (int i = 0; i < same.getTarget().size(); i++) {
                    int was = same.getSource().getPosition() + i;
                    origins[same.getTarget().getPosition() + i] = was;
                    gone.remove(was);
                }
            }
        }
    }

    private void pair(BiPredicate<JsonNode, JsonNode> same) {
        for (int place = 0; place < origins.length; place++) {
            JsonNode is = after.get(place);
            if (origins[place] == NONE) {
                origins[place] = gone.stream()
                        .filter(was -> same.test(before.get(was), is))
                        .findFirst()
                        .orElse(NONE);
                gone.remove(origins[place]);
            }
        }
    }

    private record Likeness(int was, int is, double degree) {}

    /** The likest first. */
    private void pairAlike(String name) {
        List<Likeness> likenesses = new ArrayList<>();
        List<Set<String>> words =
                after.stream().map(item -> words(item.path(name))).toList();
        for (int was : gone) {
            Set<String> its = words(before.get(was).path(name));
            for (int is = 0; is < origins.length; is++) {
                double degree = origins[is] == NONE ? likeness(its, words.get(is)) : 0;
                if (degree >= ALIKE) {
                    likenesses.add(new Likeness(was, is, degree));
                }
            }
        }
        likenesses.sort(Comparator.comparingDouble(Likeness::degree).reversed());
        for (Likeness likeness : likenesses) {
            if (origins[likeness.is()] == NONE && gone.remove(likeness.was())) {
                origins[likeness.is()] = likeness.was();
            }
        }
    }

    private static double likeness(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        int all = some.size() + others.size() - common.size();
        return all == 0 ? 0 : (double) common.size() / all;
    }

    /** A number is not like another. */
    private static Set<String> words(JsonNode name) {
        return name.isTextual()
                ? new HashSet<>(Arrays.asList(
                        name.asText().toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+", -1)))
                : Set.of();
    }
}
