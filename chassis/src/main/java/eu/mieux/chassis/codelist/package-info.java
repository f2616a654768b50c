/**
 * Dated code lists with labels in several languages, read from the facility profile (a folder of CSV files) when a
 * service starts. What is data and not code is looked up here: {@link eu.mieux.chassis.codelist.CodeLists}.
 */
@NullMarked
package eu.mieux.chassis.codelist;

import org.jspecify.annotations.NullMarked;
