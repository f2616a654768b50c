package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act on a request in every status: where it leads, or that it is refused and changes nothing. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestActsTest {

    /** What can be done to a request. */
    enum Act {
        REVISE,
        SUBMIT,
        REVIEW,
        GIVE_OPINION,
        APPROVE,
        REJECT,
        HOLD,
        RESUME,
        WITHDRAW;

        Response on(String id) {
            return switch (this) {
                case REVISE ->
                    json(manager().header("If-Match", "*"), Given.draft("CM", "Revised"))
                            .put(requestAt(id, ""));
                case SUBMIT -> manager().post(requestAt(id, "/submission"));
                case REVIEW -> json(manager(), Map.of("reason", "New facts.")).post(requestAt(id, "/review"));
                case GIVE_OPINION ->
                    json(manager(), Map.of("institution", "HOME", "opinion", "NO_OBJECTION"))
                            .post(requestAt(id, "/opinions"));
                case APPROVE ->
                    json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Urgent."))
                            .post(requestAt(id, "/decision"));
                case REJECT ->
                    json(manager(), Map.of("outcome", "REJECTED", "overrideReason", "Urgent."))
                            .post(requestAt(id, "/decision"));
                case HOLD -> manager().post(requestAt(id, "/hold"));
                case RESUME -> manager().post(requestAt(id, "/resumption"));
                case WITHDRAW ->
                    json(manager(), Map.of("reason", "Not needed.")).post(requestAt(id, "/withdrawal"));
            };
        }
    }

    /** Where each act leads; what is not here is refused. On hold stands for a request whose review was under way. */
    private static final Map<RequestStatus, Map<Act, RequestStatus>> LEADS_TO = Map.of(
            RequestStatus.DRAFT,
            Map.of(
                    Act.REVISE, RequestStatus.DRAFT,
                    Act.SUBMIT, RequestStatus.SUBMITTED,
                    Act.WITHDRAW, RequestStatus.WITHDRAWN),
            RequestStatus.SUBMITTED,
            Map.of(
                    Act.REVIEW, RequestStatus.UNDER_REVIEW,
                    Act.HOLD, RequestStatus.ON_HOLD,
                    Act.WITHDRAW, RequestStatus.WITHDRAWN),
            RequestStatus.UNDER_REVIEW,
            Map.of(
                    Act.REVIEW, RequestStatus.UNDER_REVIEW,
                    Act.GIVE_OPINION, RequestStatus.UNDER_REVIEW,
                    Act.APPROVE, RequestStatus.APPROVED,
                    Act.REJECT, RequestStatus.REJECTED,
                    Act.HOLD, RequestStatus.ON_HOLD,
                    Act.WITHDRAW, RequestStatus.WITHDRAWN),
            RequestStatus.ON_HOLD,
            Map.of(
                    Act.RESUME, RequestStatus.UNDER_REVIEW,
                    Act.WITHDRAW, RequestStatus.WITHDRAWN),
            RequestStatus.APPROVED,
            Map.of(),
            RequestStatus.REJECTED,
            Map.of(),
            RequestStatus.WITHDRAWN,
            Map.of());

    static Stream<Arguments> every_act_in_every_status() {
        return Stream.of(RequestStatus.values())
                .flatMap(status -> Arrays.stream(Act.values()).map(act -> Arguments.of(status, act)));
    }

    @ParameterizedTest
    @MethodSource("every_act_in_every_status")
    void an_act_leads_where_the_table_says_or_is_refused(RequestStatus status, Act act) {
        String id = given(status);
        int before = manager().get(requestAt(id, "")).path("version");
        Response answer = act.on(id);
        RequestStatus expected = LEADS_TO.getOrDefault(status, Map.of()).get(act);
        Response after = manager().get(requestAt(id, ""));
        if (expected == null) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.<String>path("detail")).contains(status.name());
            assertThat(after.<String>path("status")).isEqualTo(status.name());
            assertThat(after.<Integer>path("version")).isEqualTo(before);
        } else {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"" + (before + 1) + "\"");
            assertThat(after.<String>path("status")).isEqualTo(expected.name());
            assertThat(after.<Integer>path("version")).isEqualTo(before + 1);
        }
    }

    private static String given(RequestStatus status) {
        String title = "Once " + status;
        return switch (status) {
            case DRAFT -> Given.drafted("CM", title);
            case SUBMITTED -> Given.submitted("CM", title);
            case UNDER_REVIEW -> Given.underReview("CM", title);
            case ON_HOLD -> Given.onHold("CM", title);
            case APPROVED -> Given.approved("CM", title);
            case REJECTED -> Given.rejected("CM", title);
            case WITHDRAWN -> Given.withdrawn("CM", title);
        };
    }
}
