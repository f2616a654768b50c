package eu.mieux.knowledge.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publication as a line of a list. */
@Schema(name = "PublicationListed")
record PublicationListed(
        UUID id,
        long version,
        String key,
        PublicationStatus status,
        String title,
        String kind,
        List<String> languages,
        @Nullable LocalDate publishedOn,
        @Nullable String region,
        List<String> countries,
        List<String> themes,
        List<String> actionCodes) {

    static PublicationListed of(Publication publication) {
        PublicationState state = publication.publicState();
        return new PublicationListed(
                state.id(),
                publication.version(),
                state.key(),
                state.status(),
                state.title(),
                state.kind(),
                state.languages(),
                state.publishedOn(),
                state.region(),
                state.countries(),
                state.themes(),
                publication.draft().actions());
    }
}
