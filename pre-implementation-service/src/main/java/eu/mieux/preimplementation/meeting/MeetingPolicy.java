package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Who sees which meetings: the steering group and those who prepare them all, EU Delegations those where a request of their
 * countries is on the agenda, partners none. Of the requests on an agenda each sees those that she sees anyway.
 */
@ApplicationScoped
class MeetingPolicy implements Policy {

    /** On rows of {@code meeting m}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "auditor", "client", "steering-member", "officer" -> Sight.everything();
            case "eu-delegation" -> Sight.overlap("m.countries", "countries", hers);
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "meeting",
                "meeting m",
                "m.id",
                "'/api/v1/meetings/' || m.id",
                this,
                Hearing.admittedBy(MeetingResource.class));
    }
}
