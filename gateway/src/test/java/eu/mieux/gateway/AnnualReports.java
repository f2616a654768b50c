package eu.mieux.gateway;

import io.vertx.core.http.HttpServerRequest;

/** The monitoring service as the page sees it. */
final class AnnualReports {

    private AnnualReports() {}

    static void answer(HttpServerRequest request) {
        request.response().setStatusCode(404).end();
    }
}
