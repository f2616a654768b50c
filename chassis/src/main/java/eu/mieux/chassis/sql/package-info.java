/** What is common to statements written by hand. */
package eu.mieux.chassis.sql;
