package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as a line of a list. */
@Schema(name = "RequestListed")
record RequestListed(
        UUID id,
        long version,
        @Nullable String reference,
        RequestStatus status,
        String title,
        List<String> authorities,
        List<String> countries,
        List<String> themes,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String actionName) {

    static RequestListed of(Request request) {
        RequestState state = request.publicState();
        return new RequestListed(
                request.id(),
                request.version(),
                state.reference(),
                state.status(),
                state.title(),
                state.authorityKeys(),
                state.countries(),
                state.themes(),
                state.submittedOn(),
                state.decidedOn(),
                state.actionName());
    }
}
