/** Runs Maven: for what the suite needs and is not built yet, and for all tests. */
package eu.mieux.local.build;
