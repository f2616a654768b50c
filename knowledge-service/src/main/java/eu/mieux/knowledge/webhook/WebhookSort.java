package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What webhooks can be sorted by. */
enum WebhookSort implements Sortable<WebhookView> {
    ID,
    OWNER,
    URL;

    @Override
    public SortKey<WebhookView> key() {
        return switch (this) {
            case ID -> SortKey.id("w.id", WebhookView::id);
            case OWNER -> SortKey.text("w.owner", WebhookView::owner);
            case URL -> SortKey.text("w.url", WebhookView::url);
        };
    }
}
