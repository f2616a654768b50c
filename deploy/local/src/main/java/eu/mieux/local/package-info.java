/** The command line behind ./mieux: one class for each command. */
package eu.mieux.local;
