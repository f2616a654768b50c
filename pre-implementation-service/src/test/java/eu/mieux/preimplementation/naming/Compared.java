package eu.mieux.preimplementation.naming;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.testing.RealSuite;

/** Names compared over the facility's own words. */
final class Compared {

    static final InstitutionNames NAMES =
            InstitutionNames.of(CodeLists.of(RealSuite.root().resolve("deploy/facility/mieux")));

    private Compared() {}

    static void assertFoundBothWays(String country, String one, String other) {
        assertThat(NAMES.compare(one, other, country)).isPresent();
        assertThat(NAMES.compare(other, one, country))
                .as("the other way round")
                .hasValueSatisfying(likeness -> assertThat(likeness.score())
                        .as("as the contract has it")
                        .isBetween(70, 100));
    }
}
