package eu.mieux.monitoring.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The codes that make families of figures: one figure for every code of a list, counted or not. They come from the
 * facility's code lists, so that another facility has its own.
 *
 * @param regions regions of Actions
 * @param groupOfRegion the group that a region is also counted in ({@code AFRICA}), for regions that have one
 * @param types types of Activities
 * @param modalities modalities of Activities
 * @param pillars pillars of Actions
 * @param categories categories of experts
 * @param backgrounds backgrounds of experts of category OTHER
 * @param questions what is asked of whom
 * @param kinds kinds of publications
 */
public record FigureCodes(
        List<String> regions,
        Map<String, String> groupOfRegion,
        List<String> types,
        List<String> modalities,
        List<String> pillars,
        List<String> categories,
        List<String> backgrounds,
        List<Question> questions,
        List<String> kinds) {

    /** A question put to an audience. */
    public record Question(String audience, String code) {}

    /** Regions and groups of regions, each with the regions it stands for. */
    Map<String, List<String>> regionsAndGroups() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        regions.forEach(region -> all.put(region, List.of(region)));
        groupOfRegion.values().stream()
                .distinct()
                .sorted()
                .forEach(group -> all.put(
                        group,
                        regions.stream()
                                .filter(region -> group.equals(groupOfRegion.get(region)))
                                .toList()));
        return all;
    }
}
