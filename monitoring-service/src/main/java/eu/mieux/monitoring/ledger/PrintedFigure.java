package eu.mieux.monitoring.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A figure as a published report prints it.
 *
 * @param figure its id; some printed figures are in no catalogue
 * @param year it is about
 * @param note what exactly the report says it is about
 * @param printed as printed, words included
 * @param computed what a correct computation gives, as the portfolio says; null where nothing can
 * @param rounding precision of the printed value
 * @param verdict whether the computation gives what is printed
 * @param source where it is printed
 */
record PrintedFigure(
        String figure,
        int year,
        String note,
        String printed,
        @Nullable String computed,
        String rounding,
        String verdict,
        String source) {}
