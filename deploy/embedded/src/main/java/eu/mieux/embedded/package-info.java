/** A real PostgreSQL and a real Kafka on this machine, without Docker: for the launcher and for the tests of all services. */
package eu.mieux.embedded;
