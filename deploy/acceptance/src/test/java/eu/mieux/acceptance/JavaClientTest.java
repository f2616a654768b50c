package eu.mieux.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.mieux.client.ApiException;
import eu.mieux.client.ApiResponse;
import eu.mieux.client.Calls;
import eu.mieux.client.Mieux;
import eu.mieux.client.Pages;
import eu.mieux.client.api.AnnualReportsApi;
import eu.mieux.client.api.AnnualReportsApi.APIGetAnnualReportRequest;
import eu.mieux.client.api.CodeListsApi;
import eu.mieux.client.api.CodeListsApi.APIListCodesRequest;
import eu.mieux.client.api.PortfolioApi;
import eu.mieux.client.api.PortfolioApi.APIExportFileRequest;
import eu.mieux.client.api.PortfolioApi.APIGetImportRequest;
import eu.mieux.client.api.PortfolioApi.APIStartImportRequest;
import eu.mieux.client.api.RequestsApi;
import eu.mieux.client.api.RequestsApi.APIDraftRequestRequest;
import eu.mieux.client.api.RequestsApi.APIGetRequestClockRequest;
import eu.mieux.client.api.RequestsApi.APIGetRequestRequest;
import eu.mieux.client.api.RequestsApi.APIListRequestsRequest;
import eu.mieux.client.api.RequestsApi.APISubmitRequestRequest;
import eu.mieux.client.model.ClockState;
import eu.mieux.client.model.ClockTurn;
import eu.mieux.client.model.Code;
import eu.mieux.client.model.CodePage;
import eu.mieux.client.model.FastResponseClock;
import eu.mieux.client.model.ImportOperation;
import eu.mieux.client.model.ImportStatus;
import eu.mieux.client.model.Request;
import eu.mieux.client.model.RequestDraft;
import eu.mieux.client.model.RequestListed;
import eu.mieux.client.model.RequestListedPage;
import eu.mieux.client.model.RequestStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The Java client against the running suite, as the demo partner. */
class JavaClientTest {

    private static final String AUTHORITY = "cm-ministry-of-interior-cameroon";

    private final Mieux api = Mieux.at(Suite.url());
    private final RequestsApi requests = new RequestsApi(api.withToken(() -> Suite.token("partner")));

    private static RequestDraft draft(String authority) {
        return new RequestDraft()
                .title("Border posts")
                .problem("Queues are long.")
                .support("A study visit.")
                .addAuthoritiesItem(authority)
                .addCountriesItem("CM")
                .addThemesItem("BORDER_MANAGEMENT");
    }

    @Test
    void what_was_published_needs_no_token_and_labels_come_in_the_language_asked_for() {
        assertThat(new AnnualReportsApi(api)
                        .getAnnualReport(APIGetAnnualReportRequest.newBuilder()
                                .year(2017)
                                .build())
                        .getFigures())
                .isNotEmpty();
        assertThat(themes(api.inLanguage("fr"))).extracting(Code::getLabel).contains("Gestion des frontières");
    }

    private static List<Code> themes(Mieux api) {
        return Pages.items(
                        cursor -> new CodeListsApi(api)
                                .listCodes(APIListCodesRequest.newBuilder()
                                        ._list("themes")
                                        .limit(3)
                                        .cursor(cursor)
                                        .build()),
                        CodePage::getItems,
                        CodePage::getNext)
                .toList();
    }

    @Test
    void a_request_is_drafted_submitted_and_found_again_and_its_clock_runs() {
        Request drafted = Calls.once(key -> requests.draftRequest(APIDraftRequestRequest.newBuilder()
                .requestDraft(draft(AUTHORITY))
                .idempotencyKey(key)
                .build()));
        String id = drafted.getId().toString();
        ApiResponse<Request> read = requests.getRequestWithHttpInfo(
                APIGetRequestRequest.newBuilder().idOrReference(id).build());
        APISubmitRequestRequest submission = APISubmitRequestRequest.newBuilder()
                .idOrReference(id)
                .ifMatch(Calls.etag(read))
                .build();
        Request submitted = requests.submitRequest(submission);
        assertThat(submitted.getStatus()).isEqualTo(RequestStatus.SUBMITTED);
        assertThatThrownBy(() -> requests.submitRequest(submission))
                .isInstanceOfSatisfying(
                        ApiException.class, stale -> assertThat(stale.kind()).isEqualTo("stale-version"));

        FastResponseClock clock = requests.getRequestClock(
                APIGetRequestClockRequest.newBuilder().idOrReference(id).build());
        assertThat(clock.getState()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.getStartedOn()).isEqualTo(submitted.getSubmittedOn());
        assertThat(clock.getTurn()).containsExactly(ClockTurn.OFFICER);
        assertThat(Pages.items(
                                cursor -> requests.listRequests(APIListRequestsRequest.newBuilder()
                                        .limit(2)
                                        .cursor(cursor)
                                        .build()),
                                RequestListedPage::getItems,
                                RequestListedPage::getNext)
                        .map(RequestListed::getId))
                .contains(drafted.getId());
    }

    @Test
    void a_file_that_was_exported_is_imported_as_it_is_and_changes_nothing() {
        PortfolioApi portfolio = new PortfolioApi(api.withToken(() -> Suite.token("manager")));
        String file = "media_mentions";
        String csv = portfolio.exportFile(
                APIExportFileRequest.newBuilder()._file(file).build());
        assertThat(csv).startsWith("key,").containsPattern("\\P{ASCII}");
        ImportOperation begun = portfolio.startImport(APIStartImportRequest.newBuilder()
                ._file(file)
                .body(csv)
                .dryRun(true)
                .build());
        APIGetImportRequest progress =
                APIGetImportRequest.newBuilder()._file(file).id(begun.getId()).build();
        ImportOperation ended = await().until(
                        () -> portfolio.getImport(progress),
                        operation -> operation.getStatus() != ImportStatus.RUNNING);
        assertThat(ended.getRows()).isGreaterThan(10).isEqualTo(ended.getUnchanged());
    }

    @Test
    void what_is_not_there_is_a_problem_and_so_is_what_breaks_a_rule_by_field() {
        assertThatThrownBy(() -> requests.getRequest(APIGetRequestRequest.newBuilder()
                        .idOrReference(UUID.randomUUID().toString())
                        .build()))
                .isInstanceOfSatisfying(ApiException.class, absent -> {
                    assertThat(absent.getCode()).isEqualTo(404);
                    assertThat(absent.kind()).isEqualTo("not-found");
                });
        assertThatThrownBy(() -> requests.draftRequest(APIDraftRequestRequest.newBuilder()
                        .requestDraft(draft("org-somebody-else"))
                        .build()))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(422);
                    assertThat(refused.about("/authorities")).get().asString().contains(AUTHORITY);
                });
    }
}
