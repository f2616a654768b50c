package eu.mieux.chassis.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationIdsTest {

    @Test
    void an_act_is_named_by_what_it_does_to_what() {
        assertThat(OperationIds.of("Request", "submit", false)).isEqualTo("submitRequest");
        assertThat(OperationIds.of("Deliverable", "handOver", false)).isEqualTo("handOverDeliverable");
    }

    @Test
    void a_list_is_named_in_the_plural() {
        assertThat(OperationIds.of("Request", "list", true)).isEqualTo("listRequests");
        assertThat(OperationIds.of("Activity", "list", true)).isEqualTo("listActivities");
    }

    @Test
    void what_is_read_is_named_once() {
        assertThat(OperationIds.of("Request", "get", true)).isEqualTo("getRequest");
        assertThat(OperationIds.of("Request", "eligibility", true)).isEqualTo("getRequestEligibility");
        assertThat(OperationIds.of("AnnualReport", "report", true)).isEqualTo("getAnnualReport");
    }
}
