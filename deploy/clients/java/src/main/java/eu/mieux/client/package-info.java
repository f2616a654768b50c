/** The API of a peer-to-peer expertise facility; {@link eu.mieux.client.Mieux} is where to begin. */
@org.jspecify.annotations.NullMarked
package eu.mieux.client;
