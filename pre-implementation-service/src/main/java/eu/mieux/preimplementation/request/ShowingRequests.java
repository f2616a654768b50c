package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.request.RequestView.OpinionView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as their viewers may see them. */
@ApplicationScoped
class ShowingRequests {

    private final Requests requests;
    private final Speakers speakers;

    ShowingRequests(Requests requests, Speakers speakers) {
        this.requests = requests;
        this.speakers = speakers;
    }

    RequestView view(Request request) {
        return RequestView.of(request, opinions(request), speakers.own());
    }

    /** Before the decision whoever only gave an opinion sees that one. */
    private @Nullable List<OpinionView> opinions(Request request) {
        if (requests.showsOpinions(request)) {
            return RequestView.opinions(request, institution -> true);
        }
        List<OpinionView> own = RequestView.opinions(request, speakers.own()::contains);
        return own.isEmpty() ? null : own;
    }
}
