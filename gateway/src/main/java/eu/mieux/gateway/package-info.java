/** The one door of the suite: it routes, limits and streams; it decides nothing about the facility. */
@NullMarked
package eu.mieux.gateway;

import org.jspecify.annotations.NullMarked;
