package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.rights.KeptRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Setting where, in which language and of what one is told, and taking that back; by oneself, or by a link in a mail. */
@ApplicationScoped
@Transactional
class Choosing {

    private final Recipients recipients;
    private final Confirming confirming;
    private final KeptRights rights;
    private final CodeLists codes;
    private final AuditNotes notes;
    private final Caller caller;
    private final Clock clock;

    Choosing(
            Recipients recipients,
            Confirming confirming,
            KeptRights rights,
            CodeLists codes,
            AuditNotes notes,
            Caller caller,
            Clock clock) {
        this.recipients = recipients;
        this.confirming = confirming;
        this.rights = rights;
        this.codes = codes;
        this.notes = notes;
        this.caller = caller;
        this.clock = clock;
    }

    Recipient mine() {
        return recipients.ofSubject(subject()).orElseGet(this::unset);
    }

    Recipient change(@Nullable String ifMatch, SettingsCommand command) {
        Optional<Recipient> known = recipients.ofSubjectForChange(subject());
        Recipient recipient = known.orElseGet(this::unset);
        ETags.require(ifMatch, recipient);
        check(command);
        boolean unconfirmed = recipient.change(command, rights.now(NotificationSettingsResource.class));
        if (known.isEmpty()) {
            recipients.add(recipient);
        } else {
            recipients.flush();
        }
        if (unconfirmed) {
            confirming.ask(recipient, subject(), command.address());
        }
        noted(recipient, "changed");
        return recipient;
    }

    /** With all that was told, or is still to be. Nothing of hers is kept, be it that there was nothing. */
    void delete(@Nullable String ifMatch) {
        Optional<Recipient> known = recipients.ofSubjectForChange(subject());
        ETags.require(ifMatch, known.orElseGet(this::unset));
        known.ifPresent(recipient -> {
            noted(recipient, "deleted");
            recipients.delete(recipient);
        });
    }

    /** What the link unsubscribes from, and for whom; changes nothing. */
    Unsubscribed look(String token) {
        MailLinks.Refusal refusal = MailLinks.refusal(token).orElseThrow(NotificationRefusals.MailLinkUnknown::new);
        Recipient recipient =
                recipients.forChange(refusal.recipient()).orElseThrow(NotificationRefusals.MailLinkUnknown::new);
        if (!refusal.isSignedWith(recipients.secretOf(recipient.id()))) {
            throw new NotificationRefusals.MailLinkUnknown();
        }
        return new Unsubscribed(recipient, refusal.scope(), refusal.kinds(recipient));
    }

    /** Done again, it is as before. */
    Unsubscribed unsubscribe(String token) {
        Unsubscribed unsubscribed = look(token);
        if (unsubscribed.recipient().refuse(unsubscribed.kinds())) {
            noted(unsubscribed.recipient(), "unsubscribed from " + unsubscribed.scope());
        }
        return unsubscribed;
    }

    /**
     * What somebody is told no more.
     *
     * @param scope a kind, or the digest
     */
    record Unsubscribed(Recipient recipient, String scope, List<NotificationKind> kinds) {}

    private void check(SettingsCommand command) {
        List<String> languages =
                codes.facility().languages().stream().map(Locale::getLanguage).toList();
        InvalidFields.Check check = new InvalidFields.Check()
                .that(
                        languages.contains(command.language()),
                        "/language",
                        "One of " + String.join(", ", languages) + ".");
        List<SettingsCommand.Choice> choices = command.choices();
        for (int i = 0; i < choices.size(); i++) {
            NotificationKind kind = choices.get(i).kind();
            boolean again = choices.subList(0, i).stream().anyMatch(choice -> choice.kind() == kind);
            check.that(!again, "/kinds/" + i + "/kind", "It was named before; name it once.");
        }
        check.orRefuse();
    }

    private Recipient unset() {
        return Recipient.unset(subject(), codes.facility().defaultLanguage().getLanguage(), Time.now(clock));
    }

    private void noted(Recipient recipient, String what) {
        notes.done(recipient.aggregateType(), recipient.id(), what);
    }

    private String subject() {
        return caller.subject();
    }
}
