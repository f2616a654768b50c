package eu.mieux.knowledge.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A publication as a client sees it.
 *
 * @param key permanent, such as {@code 2022-12-16-mexico-iv-completed}
 * @param source where the whole of it can be found
 * @param visibilityConfirmedBy who saw funding statement, emblem and disclaimer in place; for editors only
 * @param withdrawnBecause for editors only, as nobody else sees what is withdrawn
 */
@Schema(name = "Publication")
record PublicationView(
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
        @Nullable String source,
        @Nullable String summary,
        @Nullable String text,
        List<String> actionCodes,
        @Nullable String visibilityConfirmedBy,
        @Nullable Instant visibilityConfirmedAt,
        @Nullable String withdrawnBecause,
        @Nullable String provenance) {

    static PublicationView of(Publication publication, PublicationPolicy policy) {
        PublicationDraft draft = publication.draft();
        PublicationState state = publication.publicState();
        Publication.VisibilityConfirmed visibility =
                policy.seesConfirmations() ? publication.visibility().orElse(null) : null;
        return new PublicationView(
                publication.id(),
                publication.version(),
                publication.key(),
                publication.status(),
                draft.title(),
                draft.kind(),
                draft.languages(),
                state.publishedOn(),
                draft.region(),
                draft.about(),
                draft.onThemes(),
                draft.source(),
                draft.summary(),
                draft.text(),
                draft.actions(),
                visibility == null ? null : visibility.by(),
                visibility == null ? null : visibility.at(),
                publication.withdrawnBecause(),
                state.provenance());
    }
}
