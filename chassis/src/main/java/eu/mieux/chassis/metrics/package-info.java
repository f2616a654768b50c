/** What is measured for those who run the service: {@code /q/metrics}, {@code docs/operations/metrics.md}. */
package eu.mieux.chassis.metrics;
