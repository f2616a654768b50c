package eu.mieux.preimplementation.naming;

/**
 * How alike two names of institutions are.
 *
 * @param score from 70 (worth a look) to 100 (the same words)
 * @param because why, in a sentence
 */
public record Likeness(int score, String because) {}
