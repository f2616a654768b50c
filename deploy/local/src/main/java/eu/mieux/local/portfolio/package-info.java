/** Brings a portfolio folder into a running suite and out of it again, through the gateway. */
package eu.mieux.local.portfolio;
