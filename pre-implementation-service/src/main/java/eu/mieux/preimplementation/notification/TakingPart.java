package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.meeting.FollowingMeetings;
import eu.mieux.preimplementation.notification.CurrentSight.Audience;
import eu.mieux.preimplementation.request.FollowingRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who takes part in a meeting, of those who see it: institutions that are asked about a request on its agenda, and officers to whom
 * one of these belongs. Of a meeting about no request it is the whole steering group.
 */
@ApplicationScoped
class TakingPart {

    private final FollowingRequests requests;
    private final CurrentSight sight;

    TakingPart(FollowingRequests requests, CurrentSight sight) {
        this.requests = requests;
        this.sight = sight;
    }

    Participants in(FollowingMeetings.Followed meeting) {
        return new Participants(
                meeting.requests().stream()
                        .flatMap(id -> requests.find(id).stream())
                        .flatMap(request -> request.asked().stream())
                        .collect(Collectors.toSet()),
                meeting.requests().stream()
                        .map(id -> sight.audience("request", id))
                        .toList());
    }

    /**
     * Who takes part.
     *
     * @param requests who sees each request on the agenda
     */
    record Participants(Set<String> invited, List<Audience> requests) {

        boolean include(Listener who) {
            Set<String> hers = Occasion.institutionsOf(who);
            return requests.isEmpty()
                    ? who.roles().contains("steering-member") && !hers.isEmpty()
                    : !Collections.disjoint(hers, invited) || isOfficer(who);
        }

        private boolean isOfficer(Listener who) {
            if (!who.roles().contains("officer")) {
                return false;
            }
            Listener asOfficer = new Listener(Set.of("officer"), who.claims(), who.scopes());
            return requests.stream().anyMatch(request -> request.includes(asOfficer));
        }
    }
}
