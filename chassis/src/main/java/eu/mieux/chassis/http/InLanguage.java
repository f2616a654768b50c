package eu.mieux.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer in a reader's language: it says which one, and that whoever asks in another is answered otherwise, which caches must know. */
public final class InLanguage {

    private InLanguage() {}

    public static <T> RestResponse<T> ok(T view, Locale language) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
