package eu.mieux.expert.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeploymentStatusTest {

    @Test
    void the_table_of_transitions_is_the_one_of_the_domain() {
        List<String> legal = Arrays.stream(DeploymentStatus.values())
                .flatMap(from -> Arrays.stream(DeploymentStatus.values())
                        .filter(from::mayBecome)
                        .map(to -> from + " " + to))
                .collect(Collectors.toList());
        assertThat(legal)
                .containsExactlyInAnyOrder(
                        "PROPOSED INVITED",
                        "PROPOSED CANCELLED",
                        "INVITED ACCEPTED",
                        "INVITED DECLINED",
                        "INVITED CANCELLED",
                        "ACCEPTED CONTRACTED",
                        "ACCEPTED CANCELLED",
                        "CONTRACTED DEPLOYED",
                        "CONTRACTED CANCELLED",
                        "DEPLOYED COMPLETED",
                        "DEPLOYED CANCELLED");
    }

    @Test
    void only_what_came_to_nothing_leaves_a_place_to_fill() {
        assertThat(DeploymentStatus.values())
                .filteredOn(DeploymentStatus::isVacant)
                .containsExactlyInAnyOrder(DeploymentStatus.DECLINED, DeploymentStatus.CANCELLED);
    }
}
