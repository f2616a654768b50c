/** The processes of one suite: what they are, where they listen, how they start and stop, and what is known of them. */
package eu.mieux.local.suite;
