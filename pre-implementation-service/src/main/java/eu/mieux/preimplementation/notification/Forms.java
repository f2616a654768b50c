package eu.mieux.preimplementation.notification;

import eu.mieux.preimplementation.mailing.Letter;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The forms of mails, as text and as HTML, and of the pages that links in them lead to. What people wrote is escaped in HTML. */
@ApplicationScoped
class Forms {

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build();
    private final Template text = form("mail.txt", Variant.TEXT_PLAIN);
    private final Template html = form("mail.html", Variant.TEXT_HTML);
    private final Template page = form("page.html", Variant.TEXT_HTML);

    /**
     * What a mail says.
     *
     * @param colon with the space before it where its language has one
     * @param why it is sent
     * @param stops how to get no more of it
     */
    record MailText(
            String language,
            String colon,
            String facility,
            String subject,
            @Nullable String intro,
            List<Section> sections,
            @Nullable Link action,
            List<String> closing,
            String why,
            List<Link> stops) {}

    /**
     * All about one request or meeting.
     *
     * @param look what stands on the link to it
     */
    record Section(String heading, String title, List<Item> items, String look, String link) {}

    /** One thing that is told. */
    record Item(String says, @Nullable String until) {}

    /** Where something leads. */
    record Link(String label, String brief, String link) {}

    /** The page that a link leads to; without a button when all is done. */
    record Page(
            String language,
            String facility,
            String detail,
            @Nullable String button) {}

    Letter letter(String to, MailText mail, Map<String, String> headers) {
        return new Letter(
                to,
                mail.subject(),
                text.data("mail", mail).render(),
                html.data("mail", mail).render(),
                headers);
    }

    String page(Page content) {
        return page.data("page", content).render();
    }

    private Template form(String name, String contentType) {
        String file = "/notification/" + name;
        try (InputStream stream = Objects.requireNonNull(Forms.class.getResourceAsStream(file), file)) {
            return engine.parse(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8), Variant.forContentType(contentType));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
