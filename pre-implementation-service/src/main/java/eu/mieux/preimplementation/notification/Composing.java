package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.mailing.Letter;
import eu.mieux.preimplementation.mailing.MailOccasion;
import eu.mieux.preimplementation.mailing.Writing;
import eu.mieux.preimplementation.notification.Forms.Item;
import eu.mieux.preimplementation.notification.Forms.Link;
import eu.mieux.preimplementation.notification.Forms.MailText;
import eu.mieux.preimplementation.notification.Forms.Section;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes mails: about one thing at once, about all of a day, or to confirm an address. No names of persons are in them. */
@ApplicationScoped
@Transactional
class Composing implements Writing {

    private final Recipients recipients;
    private final Told told;
    private final Pending pending;
    private final Confirming confirming;
    private final MailLinks links;
    private final Forms forms;
    private final CodeLists codes;

    Composing(
            Recipients recipients,
            Told told,
            Pending pending,
            Confirming confirming,
            MailLinks links,
            Forms forms,
            CodeLists codes) {
        this.recipients = recipients;
        this.told = told;
        this.pending = pending;
        this.confirming = confirming;
        this.links = links;
        this.forms = forms;
        this.codes = codes;
    }

    @Override
    public Optional<Letter> write(Ordered mail) {
        return recipients
                .findByIdOptional(mail.recipient())
                .flatMap(recipient -> mail.occasion() == MailOccasion.CONFIRMATION
                        ? confirmation(mail.mail(), recipient)
                        : notification(mail, recipient));
    }

    private Optional<Letter> confirmation(UUID mail, Recipient recipient) {
        Wording words = new Wording(recipient.language());
        return confirming
                .write(mail, recipient)
                .map(asked -> forms.letter(
                        asked.address(),
                        new MailText(
                                words.language(),
                                words.get("colon"),
                                facility(),
                                words.get("confirmation.subject"),
                                words.get("confirmation.ask", facility()),
                                List.of(),
                                new Link(words.get("confirmation.button"), "", asked.link()),
                                List.of(
                                        words.get("confirmation.until", words.day(asked.until())),
                                        words.get("confirmation.otherwise")),
                                facility(),
                                List.of()),
                        headers(recipient)));
    }

    private Optional<Letter> notification(Ordered mail, Recipient recipient) {
        String address = recipient.address();
        if (address == null) {
            return Optional.empty();
        }
        List<Pending.Matter> matters = told.in(mail.mail()).stream()
                .flatMap(matter -> pending.of(matter, recipient, address).stream())
                .toList();
        return matters.isEmpty() ? Optional.empty() : Optional.of(letter(mail, recipient, address, matters));
    }

    private Letter letter(Ordered mail, Recipient recipient, String address, List<Pending.Matter> matters) {
        Wording words = new Wording(recipient.language());
        boolean digest = mail.occasion() == MailOccasion.DIGEST;
        List<String> scopes = new ArrayList<>();
        if (digest) {
            scopes.add(MailLinks.Refusal.DIGEST);
        }
        matters.stream().map(matter -> matter.kind().name()).distinct().forEach(scopes::add);
        byte[] secret = recipients.secretOf(recipient.id());
        List<Link> stops = scopes.stream()
                .map(scope -> new Link(
                        words.get("stop", words.kind(scope)),
                        words.get("stop.short", words.kind(scope)),
                        links.toUnsubscribe(recipient.id(), secret, scope)))
                .toList();
        Map<String, String> headers = headers(recipient);
        // RFC 8058: mail programs offer it as a button of their own.
        headers.put("List-Unsubscribe", "<" + stops.getFirst().link() + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return forms.letter(
                address,
                new MailText(
                        words.language(),
                        words.get("colon"),
                        facility(),
                        digest ? words.get("digest.subject", matters.size()) : subject(words, matters.getFirst()),
                        digest ? words.get("digest.intro") : null,
                        sections(words, matters),
                        null,
                        List.of(),
                        words.get("why", facility()),
                        stops),
                headers);
    }

    private static Map<String, String> headers(Recipient recipient) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", new Wording(recipient.language()).language());
        return headers;
    }

    private List<Section> sections(Wording words, List<Pending.Matter> matters) {
        Map<UUID, List<Pending.Matter>> byHeading = new LinkedHashMap<>();
        matters.forEach(matter -> byHeading
                .computeIfAbsent(matter.heading().id(), _ -> new ArrayList<>())
                .add(matter));
        return byHeading.values().stream()
                .map(ofOne -> section(words, ofOne.getFirst().heading(), ofOne))
                .toList();
    }

    private Section section(Wording words, Heading heading, List<Pending.Matter> matters) {
        return new Section(
                heading.line(words),
                heading.title(),
                matters.stream().map(matter -> item(words, matter)).toList(),
                heading.look(words),
                heading.link(links));
    }

    private static Item item(Wording words, Pending.Matter matter) {
        Details details = matter.details();
        String says = words.get(
                "say." + details.sentence(matter.kind()), details.values(words).toArray());
        LocalDate until = details.until();
        return new Item(says.strip(), until == null ? null : words.get("until", words.day(until)));
    }

    private static String subject(Wording words, Pending.Matter matter) {
        LocalDate until = matter.details().until();
        return words.get(
                "subject." + matter.details().sentence(matter.kind()),
                matter.heading().name(words),
                until == null ? "" : words.day(until));
    }

    private String facility() {
        return codes.facility().name();
    }
}
