/** The OCI images of the suite, made from nothing but its own jars and pinned Debian packages. */
package eu.mieux.images;
