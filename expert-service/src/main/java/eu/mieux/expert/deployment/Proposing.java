package eu.mieux.expert.deployment;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.expert.roster.Experts;
import eu.mieux.expert.roster.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Thinking of experts for an Activity: who, as what and when. */
@ApplicationScoped
class Proposing {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final Deployments deployments;
    private final Experts experts;
    private final KnownActivities activities;
    private final Availability availability;
    private final EventLog events;
    private final CodeLists codes;

    Proposing(
            Deployments deployments,
            Experts experts,
            KnownActivities activities,
            Availability availability,
            EventLog events,
            CodeLists codes) {
        this.deployments = deployments;
        this.experts = experts;
        this.activities = activities;
        this.availability = availability;
        this.events = events;
        this.codes = codes;
    }

    @Transactional
    Deployment propose(DeploymentCommands.Propose command) {
        return propose(command.engagement(), command.terms(), null);
    }

    /** Another expert on the terms of one who declined or was cancelled. */
    @Transactional
    Deployment replace(String id, @Nullable String ifMatch, DeploymentCommands.Replace command) {
        Deployment replaced = deployments.getForChange(id);
        ETags.honour(ifMatch, replaced);
        if (!replaced.status().isVacant()) {
            throw new DeploymentRefusals.NothingToReplace(replaced);
        }
        deployments.replacementOf(replaced).ifPresent(by -> {
            throw new DeploymentRefusals.AlreadyReplaced(by);
        });
        Engagement before = replaced.engagement();
        return propose(
                new Engagement(command.expertKey(), before.actionCode(), before.activityNumber()),
                replaced.terms(),
                replaced.id());
    }

    @Transactional
    Deployment amend(String id, @Nullable String ifMatch, DeploymentCommands.Amend command) {
        Deployment deployment = deployments.getForChange(id);
        ETags.require(ifMatch, deployment);
        InvalidFields.Check check = new InvalidFields.Check();
        Terms terms = complete(command.terms(), activities.find(deployment.engagement()));
        check(check, terms);
        check.orRefuse();
        DeploymentEvent amended = deployment.amend(terms);
        availability.require(deployment);
        events.append(deployment, amended);
        return deployment;
    }

    private Deployment propose(Engagement engagement, Terms asked, @Nullable UUID replaces) {
        Optional<Standing> standing = experts.lockStanding(engagement.expertKey());
        Optional<KnownActivities.Activity> activity = activities.find(engagement);
        InvalidFields.Check check = new InvalidFields.Check()
                .that(
                        standing.isPresent(),
                        "/expertKey",
                        "There is no expert \"%s\"; register her first.".formatted(engagement.expertKey()))
                .that(
                        activity.isPresent() && deployments.mayStaff(engagement),
                        "/activityNumber",
                        "There is no %s in your sight, or word of it has not arrived here yet."
                                .formatted(engagement.activity()));
        Terms terms = complete(asked, activity);
        check(check, terms);
        check.orRefuse();
        deployments.find(engagement).ifPresent(other -> {
            throw new DeploymentRefusals.AlreadyProposed(other);
        });
        Deployment deployment = Deployment.proposed(engagement, terms, standing.orElseThrow(), replaces);
        availability.require(deployment);
        deployments.persistAndFlush(deployment);
        events.append(deployment, new DeploymentEvent.DeploymentProposed());
        return deployment;
    }

    private static Terms complete(Terms terms, Optional<KnownActivities.Activity> activity) {
        return activity.map(a -> new Terms(
                        terms.role(),
                        terms.startsOn() == null ? a.startsOn() : terms.startsOn(),
                        terms.endsOn() == null ? a.endsOn() : terms.endsOn(),
                        terms.days()))
                .orElse(terms);
    }

    private void check(InvalidFields.Check check, Terms terms) {
        String role = terms.role();
        LocalDate starts = terms.startsOn();
        LocalDate ends = terms.endsOn();
        check.that(
                        role == null || codes.list("deployment-roles").contains(role),
                        "/role",
                        "Use one of %s, or leave it out."
                                .formatted(String.join(
                                        ", ", codes.list("deployment-roles").codes())))
                .that(isInReach(starts), "/startsOn", "A day of the years %d to %d.".formatted(EARLIEST, LATEST))
                .that(isInReach(ends), "/endsOn", "A day of the years %d to %d.".formatted(EARLIEST, LATEST))
                .that(
                        starts == null || ends == null || !ends.isBefore(starts),
                        "/endsOn",
                        "The deployment would end on %s, before it starts on %s.".formatted(ends, starts));
    }

    private static boolean isInReach(@Nullable LocalDate date) {
        return date == null || (date.getYear() >= EARLIEST && date.getYear() <= LATEST);
    }
}
