/** What a service looks at before it starts. */
package eu.mieux.chassis.start;
