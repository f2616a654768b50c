package eu.mieux.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The monitoring service as the page sees it: 2017 and 2016 are published, 2018 is not. */
final class AnnualReports {

    enum Mood {
        WELL,
        NOTHING_PUBLISHED,
        BROKEN
    }

    /** A label that would do harm if it were taken for markup. */
    static final String NASTY_LABEL = "<img src=x onerror=\"document.title='harmed'\">";

    static volatile Mood mood = Mood.WELL;

    private AnnualReports() {}

    static void answer(HttpServerRequest request) {
        if (mood == Mood.BROKEN) {
            request.connection().close();
            return;
        }
        String language = String.valueOf(request.getHeader("Accept-Language")).startsWith("fr") ? "fr" : "en";
        switch (request.path().substring("/api/v1/annual-reports".length())) {
            case "" -> send(request, years());
            case "/2017" -> send(request, new JsonObject(file("2017." + language)));
            case "/2016" -> send(request, quietYear());
            case "/2017/figures/beneficiaries.countries/records" ->
                send(request, countries(request.getParam("cursor")));
            case "/2016/figures/beneficiaries.countries/records" -> send(request, page(new JsonArray(), null));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static JsonObject years() {
        JsonArray years = new JsonArray().add(year(2018, "provisional"));
        if (mood == Mood.WELL) {
            years.add(year(2016, "published")).add(year(2017, "published"));
        }
        return page(years, null);
    }

    private static JsonObject year(int year, String status) {
        return new JsonObject().put("year", year).put("status", status).putNull("publishedAt");
    }

    /** A year in which nothing happened, of figures that only a hostile facility would have. */
    private static JsonObject quietYear() {
        JsonArray figures = new JsonArray()
                .add(figure("activities.total", NASTY_LABEL, 0).put("restated", new JsonObject().put("value", 2)))
                .add(figure("response.within-three-months", "Launched within three months", null));
        return new JsonObject()
                .put("year", 2016)
                .put("status", "published")
                .put("asOf", "2017-03-01T00:00:00Z")
                .put("figures", figures);
    }

    private static JsonObject figure(String id, String label, Integer value) {
        return new JsonObject()
                .put("id", id)
                .put("label", label)
                .put("value", value)
                .put("unit", "activities")
                .put("definition", NASTY_LABEL)
                .putNull("previous")
                .putNull("change")
                .putNull("illustrativeShare");
    }

    /** In two pages. */
    private static JsonObject countries(String cursor) {
        JsonArray all = new JsonObject(file("2017.countries")).getJsonArray("items");
        JsonArray half = new JsonArray();
        int middle = all.size() / 2;
        for (int i = cursor == null ? 0 : middle; i < (cursor == null ? middle : all.size()); i++) {
            half.add(all.getValue(i));
        }
        return page(half, cursor == null ? "half way" : null);
    }

    private static JsonObject page(JsonArray items, String next) {
        return new JsonObject().put("items", items).put("next", next);
    }

    private static Buffer file(String name) {
        try (InputStream file = AnnualReports.class.getResourceAsStream("/annual-reports/" + name + ".json")) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
    }
}
