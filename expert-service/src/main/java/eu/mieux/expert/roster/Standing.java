package eu.mieux.expert.roster;

import org.jspecify.annotations.Nullable;

/**
 * Whose side an expert comes from, a fact at a date: a deployment keeps the one it was made under.
 *
 * @param category one of the code list
 * @param background one of the code list, for categories that have one; null when unknown
 */
public record Standing(String category, @Nullable String background) {}
