package eu.mieux.knowledge.media;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What media mentions can be sorted by. */
enum MediaMentionSort implements Sortable<MediaMentionView> {
    ID,
    KEY,
    OUTLET,
    TITLE,
    PUBLISHED_ON;

    @Override
    public SortKey<MediaMentionView> key() {
        return switch (this) {
            case ID -> SortKey.id("m.id", MediaMentionView::id);
            case KEY -> SortKey.text("m.key", MediaMentionView::key);
            case OUTLET -> SortKey.text("m.outlet", MediaMentionView::outlet);
            case TITLE -> SortKey.text("m.title", MediaMentionView::title);
            case PUBLISHED_ON -> SortKey.day("m.published_on", MediaMentionView::publishedOn);
        };
    }
}
