/**
 * Merges the contracts of the services into the one OpenAPI document of the gateway, and what they
 * publish into one AsyncAPI document. Runs while the module is built, so that
 * the running gateway needs neither a YAML parser nor the time for it.
 */
@NullMarked
package eu.mieux.gateway.openapi;

import org.jspecify.annotations.NullMarked;
