/**
 * Writes the pages under {@code /docs} while the module is built: guides and changelog out of Markdown, the event catalogue and
 * the operations out of the documents that {@code eu.mieux.gateway.openapi} has merged. The running gateway only sends them.
 */
@NullMarked
package eu.mieux.gateway.portal;

import org.jspecify.annotations.NullMarked;
