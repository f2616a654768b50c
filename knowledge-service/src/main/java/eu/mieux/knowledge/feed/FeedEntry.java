package eu.mieux.knowledge.feed;

import java.util.List;

/**
 * An event at its place in the feed.
 *
 * @param position higher than of all that came into the feed before
 * @param kind of the record: {@code action-fiche}
 * @param event as it is told
 * @param audience who may see the record
 */
record FeedEntry(long position, String kind, CloudEvent event, List<String> audience) {}
