package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.mailing.RealMail;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** What people find in their mailboxes. */
public final class Mailboxes {

    static final String MINE = "/api/v1/notification-settings/mine";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/(?:confirmations|unsubscriptions)/\\S+");

    private Mailboxes() {}

    /** Waits as long as a mail may take on a busy machine. */
    static ConditionFactory soon() {
        return await().atMost(SOON);
    }

    /** Somebody with a token, and her mailbox. */
    public record Person(Tokens token, String address) {

        /** Told in English, at once, of everything but these. */
        public Person told(Map<String, String> otherwise) {
            return told("en", otherwise);
        }

        public Person told(String language, Map<String, String> otherwise) {
            set(language, otherwise).statusCode(200);
            RestAssured.given().post(linkIn(1)).then().statusCode(200);
            return this;
        }

        ValidatableResponse set(String language, Map<String, String> otherwise) {
            String etag = token.request().get(MINE).header("ETag");
            return json(
                            token.request().header("If-Match", etag),
                            Map.of(
                                    "address",
                                    address,
                                    "language",
                                    language,
                                    "kinds",
                                    otherwise.entrySet().stream()
                                            .map(kind -> Map.of("kind", kind.getKey(), "delivery", kind.getValue()))
                                            .toList()))
                    .put(MINE)
                    .then();
        }

        /** Her mail with this number, from 1, as soon as it is there. */
        MimeMessage mail(int number) {
            soon().untilAsserted(() -> assertThat(mails()).hasSizeGreaterThanOrEqualTo(number));
            return mails().get(number - 1);
        }

        /** The path that her mail with this number links to, for which one need not sign in. */
        public String linkIn(int number) {
            return path(link(mail(number)));
        }

        List<MimeMessage> mails() {
            return RealMail.to(address);
        }

        /** The subjects of all her mails but the one to confirm her address. */
        public List<String> subjects() {
            return mails().stream().skip(1).map(Mailboxes::subject).toList();
        }

        /** The id of one of hers in this state, beside the one to confirm her address; null when there is none. */
        @Nullable
        String mailThatIs(String state) {
            return mailsThatAre(state).stream().findFirst().orElse(null);
        }

        /** The ids of all hers in this state, beside the one to confirm her address. */
        List<String> mailsThatAre(String state) {
            return manager()
                    .get("/api/v1/notifications?limit=200&state=" + state)
                    .jsonPath()
                    .getList("items.findAll { it.address == '%s' && it.occasion == 'NOTIFICATION' }.id"
                            .formatted(address));
        }

        void awaitSubjects(String... expected) {
            soon().untilAsserted(() -> assertThat(subjects()).containsExactly(expected));
        }
    }

    static Person person(String role, String name) {
        return new Person(Tokens.of(role).subject(name), name + "@mieux.example");
    }

    public static Person officer(String name, String... regions) {
        Person person = person("officer", name);
        return new Person(person.token().claim("regions", List.of(regions)), person.address());
    }

    public static Person steering(String name, String institution) {
        Person person = person("steering-member", name);
        return new Person(person.token().claim("institution", institution), person.address());
    }

    static Person delegation(String name, String country) {
        Person person = person("eu-delegation", name);
        return new Person(person.token().claim("countries", List.of(country)), person.address());
    }

    static Person partner(String name, String authority) {
        Person person = person("partner", name);
        return new Person(person.token().claim("authority", authority), person.address());
    }

    static String subject(MimeMessage mail) {
        try {
            return Objects.requireNonNull(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            return String.join("|", Objects.requireNonNullElse(mail.getHeader(name), new String[0]));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) {
        try {
            BodyPart part = ((Multipart) mail.getContent()).getBodyPart(number);
            return part.getContent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first link in it that needs no signing in. */
    static String link(MimeMessage mail) {
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).as("a link in %s", text(mail)).isTrue();
        return link.group();
    }

    static String path(String link) {
        return URI.create(link).getPath();
    }
}
