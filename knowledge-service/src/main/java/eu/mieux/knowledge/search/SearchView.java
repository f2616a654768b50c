package eu.mieux.knowledge.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a search brought.
 *
 * @param items the best first, or without words the newest first
 * @param next the cursor of the next page, null on the last
 * @param total how many there are on all pages
 * @param searchedInstead the words that were searched for, when nothing had all of those that were asked for
 * @param facets counts to narrow by, each under the filters of the other fields
 */
@Schema(name = "SearchResult")
record SearchView(
        List<SearchHit> items,
        @Nullable String next,
        long total,
        @Nullable String searchedInstead,
        Facets facets) {

    /** Counts per field, the most frequent value first. */
    @Schema(name = "SearchFacets")
    record Facets(List<Facet> kind, List<Facet> theme, List<Facet> country, List<Facet> language, List<Facet> year) {}

    /** How many have a value; its label is in the language that was asked for. */
    @Schema(name = "SearchFacet")
    record Facet(String code, String label, long count) {}
}
