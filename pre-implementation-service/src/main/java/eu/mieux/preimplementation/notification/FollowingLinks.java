package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** What whoever follows a link in a mail is shown: before, with a button, and afterwards. */
@ApplicationScoped
@Transactional
class FollowingLinks {

    private final Confirming confirming;
    private final Choosing choosing;
    private final Forms forms;
    private final CodeLists codes;

    FollowingLinks(Confirming confirming, Choosing choosing, Forms forms, CodeLists codes) {
        this.confirming = confirming;
        this.choosing = choosing;
        this.forms = forms;
        this.codes = codes;
    }

    /** The same for programs and for people. */
    record Shown(MailLinkView view, String page) {}

    Shown confirmation(String token) {
        Recipient recipient = confirming.look(token);
        return recipient.unconfirmed() == null
                ? confirmed(recipient)
                : shown(recipient, null, "page.confirm", facility());
    }

    Shown confirm(String token) {
        return confirmed(confirming.confirm(token));
    }

    Shown unsubscription(String token) {
        return unsubscription(choosing.look(token), false);
    }

    Shown unsubscribe(String token) {
        return unsubscription(choosing.unsubscribe(token), true);
    }

    /** The page for whoever follows a link that is none. */
    String unknown(@Nullable String acceptLanguage) {
        Wording words = new Wording(codes.facility().language(acceptLanguage).getLanguage());
        return forms.page(new Forms.Page(words.language(), facility(), words.get("page.unknown"), null));
    }

    private Shown confirmed(Recipient recipient) {
        return shown(recipient, null, "page.confirmed", "");
    }

    private Shown unsubscription(Choosing.Unsubscribed asked, boolean done) {
        Recipient recipient = asked.recipient();
        return shown(
                recipient,
                asked.scope(),
                done ? "page.unsubscribed" : "page.unsubscribe",
                new Wording(recipient.language()).kind(asked.scope()));
    }

    /** @param key of what is said; that it is done is seen by there being no button */
    private Shown shown(Recipient recipient, @Nullable String scope, String key, String value) {
        Wording words = new Wording(recipient.language());
        boolean done = key.endsWith("ed");
        String detail = words.get(key, value);
        return new Shown(
                new MailLinkView(done, scope, detail),
                forms.page(new Forms.Page(
                        words.language(), facility(), detail, done ? null : words.get(key + ".button"))));
    }

    private String facility() {
        return codes.facility().name();
    }
}
