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
import java.util.stream.Collectors;

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
                                facility(),
                                words.get("confirmation.subject"),
                                words.get("confirmation.ask", facility()),
                                List.of(),
                                words.get("look"),
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
                        facility(),
                        digest ? words.get("digest.subject", matters.size()) : subject(words, matters.getFirst()),
                        digest ? words.get("digest.intro") : null,
                        sections(words, matters),
                        words.get("look"),
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
        Map<UUID, List<Pending.Matter>> byRequest = new LinkedHashMap<>();
        matters.forEach(matter -> byRequest
                .computeIfAbsent(matter.request().id(), _ -> new ArrayList<>())
                .add(matter));
        return byRequest.values().stream()
                .map(ofOne -> new Section(
                        words.get("request", ofOne.getFirst().request().name()),
                        ofOne.getFirst().request().title(),
                        ofOne.stream().map(matter -> item(words, matter)).toList(),
                        links.toRequest(ofOne.getFirst().request().name())))
                .toList();
    }

    private static Item item(Wording words, Pending.Matter matter) {
        Pending.Details details = matter.details();
        String reason = details.reason();
        String says = words.get(
                "say." + sentence(matter),
                String.join(", ", details.who()),
                details.turn().stream().map(words::turn).collect(Collectors.joining(", ")),
                reason == null ? "" : reason);
        return new Item(says.strip(), details.until() == null ? null : words.get("until", words.day(details.until())));
    }

    private static String subject(Wording words, Pending.Matter matter) {
        LocalDate until = matter.details().until();
        return words.get("subject." + sentence(matter), matter.request().name(), until == null ? "" : words.day(until));
    }

    /** How a decision is told depends on what it was; who was asked before is reminded; and a hold may be over by now. */
    private static String sentence(Pending.Matter matter) {
        return switch (matter.kind()) {
            case REQUEST_DECIDED -> matter.request().status().name();
            case OPINION_AWAITED -> matter.details().again() ? "OPINION_REMINDED" : "OPINION_AWAITED";
            case REQUEST_ON_HOLD -> matter.details().turn().isEmpty() ? "REQUEST_WAS_ON_HOLD" : "REQUEST_ON_HOLD";
            default -> matter.kind().name();
        };
    }

    private String facility() {
        return codes.facility().name();
    }
}
