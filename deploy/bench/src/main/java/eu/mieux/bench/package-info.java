/** What the suite costs: every figure stands beside a reference that was measured in the same run, on the same machine. */
package eu.mieux.bench;
