package eu.mieux.local.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the library would let pass and Keycloak does not: a front end that works with this provider must work with the real
 * one, and no page from elsewhere that somebody happens to open may fetch itself a token.
 *
 * <ul>
 *   <li>People are sent back to this machine only.
 *   <li>Codes are given and redeemed with PKCE (S256) only.
 *   <li>Answers are shared with front ends on this machine only.
 * </ul>
 */
final class BrowserRules {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String AUTHORIZE = Provider.LOCAL.issuerPath() + "/authorize";
    private static final String END_SESSION = Provider.LOCAL.issuerPath() + "/endsession";

    private BrowserRules() {}

    /** What is answered instead; null when nothing is wrong. */
    static @Nullable OAuth2HttpResponse objection(OAuth2HttpRequest request) {
        HttpUrl url = request.getUrl();
        String path = url.encodedPath();
        if (path.equals(AUTHORIZE)) {
            return objectionToSignIn(url);
        }
        if (path.equals(END_SESSION)) {
            String back = url.queryParameter("post_logout_redirect_uri");
            return back == null || isHere(back)
                    ? null
                    : refusal("post_logout_redirect_uri must be an address of this machine");
        }
        if (path.equals(Provider.LOCAL.tokenPath()) && request.getMethod().equals("POST")) {
            return objectionToRedeeming(request);
        }
        return null;
    }

    /** The answer, without leave for front ends from elsewhere to read it. */
    static OAuth2HttpResponse shared(OAuth2HttpRequest request, OAuth2HttpResponse answer) {
        String origin = request.getHeaders().get("Origin");
        if (origin == null || isHere(origin)) {
            return answer;
        }
        Headers.Builder kept = answer.getHeaders().newBuilder();
        answer.getHeaders().names().stream()
                .filter(name -> name.regionMatches(true, 0, "access-control-", 0, "access-control-".length()))
                .forEach(kept::removeAll);
        return new OAuth2HttpResponse(kept.build(), answer.getStatus(), answer.getBody(), answer.getBytesBody());
    }

    private static @Nullable OAuth2HttpResponse objectionToSignIn(HttpUrl url) {
        String back = url.queryParameter("redirect_uri");
        if (back == null || !isHere(back)) {
            return refusal("redirect_uri must be an address of this machine");
        }
        if (url.queryParameter("code_challenge") == null
                || !"S256".equals(url.queryParameter("code_challenge_method"))) {
            String state = url.queryParameter("state");
            String location = back
                    + (back.contains("?") ? "&" : "?")
                    + "error=invalid_request&error_description="
                    + encoded("PKCE is required: code_challenge with code_challenge_method=S256")
                    + (state == null ? "" : "&state=" + encoded(state));
            return new OAuth2HttpResponse(Headers.of("Location", location), 302, null, null);
        }
        return null;
    }

    private static @Nullable OAuth2HttpResponse objectionToRedeeming(OAuth2HttpRequest request) {
        boolean code = "authorization_code".equals(request.getFormParameters().get("grant_type"));
        return code && request.getFormParameters().get("code_verifier") == null
                ? refusal("PKCE is required: code_verifier is missing")
                : null;
    }

    private static OAuth2HttpResponse refusal(String description) {
        return new OAuth2HttpResponse(
                Headers.of("Content-Type", "application/json;charset=UTF-8"),
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"%s\"}".formatted(description),
                null);
    }

    private static boolean isHere(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && uri.getUserInfo() == null && THIS_MACHINE.contains(uri.getHost());
        } catch (IllegalArgumentException _) {
            // Whatever it is, it is no address of this machine.
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
