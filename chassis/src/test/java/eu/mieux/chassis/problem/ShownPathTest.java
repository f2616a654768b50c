package eu.mieux.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownPathTest {

    @Test
    void the_secret_of_a_link_is_not_shown() {
        assertThat(ShownPath.of("/api/v1/calendar-feeds/cal_9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwj.ics"))
                .isEqualTo("/api/v1/calendar-feeds/cal_….ics");
    }

    @Test
    void the_path_of_a_record_is_shown_whole() {
        String path = "/api/v1/requests/01a2066a-c7f4-7463-b7d1-a2e7b402b47f/review";
        assertThat(ShownPath.of(path)).isEqualTo(path);
    }
}
