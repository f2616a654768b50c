package eu.mieux.local.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a front end in a browser does with an identity provider: discovery, authorization code, PKCE, no secret. */
final class FrontEnd {

    static final String CLIENT = "mieux-front-end";
    static final String ORIGIN = "http://localhost:5173";
    static final String BACK = ORIGIN + "/back";

    private static final Pattern ACTION = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("^([^=]+=[^;]*)");

    private final HttpClient client;
    private final JsonNode discovery;

    FrontEnd(HttpClient client, Issuer issuer) throws IOException, InterruptedException {
        this.client = client;
        this.discovery = new JsonMapper()
                .readTree(client.send(get(issuer.url() + "/.well-known/openid-configuration"), BodyHandlers.ofString())
                        .body());
    }

    JsonNode discovery() {
        return discovery;
    }

    /** The claims of the access token of a demo person who has signed in by the page. */
    JWTClaimsSet claimsOf(DemoRealm.Principal person) throws Exception {
        String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
        String page = authorization(Map.of("code_challenge", challenge(verifier), "code_challenge_method", "S256"));
        HttpResponse<String> shown = client.send(get(page), BodyHandlers.ofString());
        String code = parameter(submit(person, page, shown), "code");
        HttpResponse<String> answer = redeem(Map.of("code", code, "code_verifier", verifier));
        boolean readable =
                answer.headers().firstValue("Access-Control-Allow-Origin").equals(Optional.of(ORIGIN));
        if (answer.statusCode() != 200 || !readable) {
            throw new AssertionError(answer.headers() + " " + answer.body());
        }
        JsonNode token = new JsonMapper().readTree(answer.body());
        return SignedJWT.parse(token.get("access_token").asString()).getJWTClaimsSet();
    }

    /** Where the browser is sent from the page with the form. */
    private URI submit(DemoRealm.Principal person, String page, HttpResponse<String> shown) throws Exception {
        Matcher keycloak = ACTION.matcher(shown.body());
        HttpRequest.Builder request = keycloak.find()
                ? form(
                        keycloak.group(1).replace("&amp;", "&"),
                        Map.of("username", person.username(), "password", person.secret()))
                : form(page, Map.of("username", subject(person), "claims", hiddenClaims(person, shown.body())));
        request.header("Origin", discovery.get("issuer").asString().replaceFirst("(?<=\\d)/.*", ""));
        String cookies = shown.headers().allValues("Set-Cookie").stream()
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        HttpResponse<String> sent = client.send(request.build(), BodyHandlers.ofString());
        return URI.create(sent.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(sent.statusCode() + " " + sent.body())));
    }

    private static String hiddenClaims(DemoRealm.Principal person, String page) {
        Matcher claims = Pattern.compile("name=\"username\" value=\"" + subject(person)
                        + "\">\\s*<input type=\"hidden\" name=\"claims\" value=\"([^\"]+)\"")
                .matcher(page);
        if (!claims.find()) {
            throw new AssertionError("no button for " + person.username());
        }
        return claims.group(1).replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
    }

    private static String subject(DemoRealm.Principal person) {
        return String.valueOf(person.claims().values().get("sub"));
    }

    /** The address of the page to sign in on. */
    String authorization(Map<String, String> more) {
        Map<String, String> query = new TreeMap<>(Map.of(
                "client_id", CLIENT, "response_type", "code", "scope", "openid", "state", "s", "redirect_uri", BACK));
        query.putAll(more);
        return discovery.get("authorization_endpoint").asString() + "?" + encoded(query);
    }

    HttpResponse<String> redeem(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> fields =
                new TreeMap<>(Map.of("grant_type", "authorization_code", "client_id", CLIENT, "redirect_uri", BACK));
        fields.putAll(more);
        return client.send(
                form(discovery.get("token_endpoint").asString(), fields)
                        .header("Origin", ORIGIN)
                        .build(),
                BodyHandlers.ofString());
    }

    static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    static HttpRequest.Builder form(String address, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
    }

    static String parameter(URI address, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address.toString());
        if (!value.find()) {
            throw new AssertionError("no " + name + " in " + address);
        }
        return value.group(1);
    }

    static String challenge(String verifier) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
