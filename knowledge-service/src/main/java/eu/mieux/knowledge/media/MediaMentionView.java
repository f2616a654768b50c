package eu.mieux.knowledge.media;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A media mention as clients see it. */
@Schema(name = "MediaMention")
record MediaMentionView(
        UUID id,
        long version,
        String key,
        @Nullable String outlet,
        @Nullable String country,
        @Nullable LocalDate publishedOn,
        @Nullable String title,
        @Nullable String provenance) {

    static MediaMentionView of(MediaMention mention) {
        MediaMention.Facts facts = mention.facts();
        return new MediaMentionView(
                mention.id(),
                mention.version(),
                mention.key(),
                facts.outlet(),
                facts.country(),
                facts.publishedOn(),
                facts.title(),
                facts.provenance());
    }
}
