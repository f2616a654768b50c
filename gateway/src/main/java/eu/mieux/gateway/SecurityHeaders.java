package eu.mieux.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** What tells a browser to keep away from mischief; it overrules what a service says about the same. */
final class SecurityHeaders {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** Data are nothing to be rendered. */
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    private SecurityHeaders() {}

    static void ofApi(HttpServerRequest request) {
        ofPage(request, API_POLICY);
    }

    static void ofPage(HttpServerRequest request, String contentSecurityPolicy) {
        MultiMap headers = request.response().headers();
        EVERYWHERE.forEach(headers::set);
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        if ("https".equals(Proxies.schemeOf(request))) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
