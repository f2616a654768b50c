package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.time.Time;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in answer sheets: each answer adds one to the count of its like. */
@ApplicationScoped
class CollectingFeedback {

    /** How long to wait for news of an Activity that was delivered, or an Action that began, only just now. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    private final Evaluations evaluations;
    private final KnownActivities activities;
    private final FeedbackPolicy policy;
    private final Inbox inbox;
    private final EventLog events;
    private final CodeLists codes;
    private final Clock clock;

    CollectingFeedback(
            Evaluations evaluations,
            KnownActivities activities,
            FeedbackPolicy policy,
            Inbox inbox,
            EventLog events,
            CodeLists codes,
            Clock clock) {
        this.evaluations = evaluations;
        this.activities = activities;
        this.policy = policy;
        this.inbox = inbox;
        this.events = events;
        this.codes = codes;
        this.clock = clock;
    }

    /** The counts that the sheet has raised; who answers for herself does not read what others have answered. */
    List<Evaluation> collect(FeedbackCommand sheet) throws InterruptedException {
        Tally.Subject subject = sheet.subject();
        checkCodes(sheet);
        KnownActivities.Known known = known(subject).orElseThrow(() -> new NotFound("Action or Activity", subject));
        boolean forOneself = policy.answersForOneself(sheet.audience(), subject, known);
        if (!known.delivered()) {
            throw new FeedbackRefusals.ActivityNotDelivered(subject);
        }
        LocalDate day = day(sheet, known);
        if (forOneself) {
            once(sheet);
        }
        List<Evaluation> counted = count(sheet, day);
        return forOneself ? List.of() : counted;
    }

    /** A sheet may overtake the event that tells of its Activity: then it waits for what is under way. */
    private Optional<KnownActivities.Known> known(Tally.Subject subject) throws InterruptedException {
        Optional<KnownActivities.Known> known = look(subject);
        if (known.filter(KnownActivities.Known::delivered).isPresent() || !inbox.awaitCaughtUp(NEWS)) {
            return known;
        }
        return look(subject);
    }

    private Optional<KnownActivities.Known> look(Tally.Subject subject) {
        return QuarkusTransaction.requiringNew().call(() -> activities.find(subject));
    }

    private void checkCodes(FeedbackCommand sheet) {
        InvalidFields.Check check = new InvalidFields.Check()
                .that(
                        codes.list("audiences").contains(sheet.audience()),
                        "/audience",
                        "One of %s.".formatted(codes.list("audiences").codes()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sheet.answers().size(); i++) {
            FeedbackCommand.Answer answer = sheet.answers().get(i);
            check.that(
                            asked(answer.question(), sheet.audience()),
                            "/answers/%d/question".formatted(i),
                            "This is not asked of %s.".formatted(sheet.audience()))
                    .that(
                            seen.add(answer.question()),
                            "/answers/%d/question".formatted(i),
                            "This question is answered twice.");
        }
        check.orRefuse();
    }

    private boolean asked(String question, String audience) {
        return codes.list("questions").find(question).stream()
                .anyMatch(code -> code.required("audience").equals(audience));
    }

    private LocalDate day(FeedbackCommand sheet, KnownActivities.Known known) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), codes.facility().zone());
        LocalDate said = sheet.collectedOn();
        LocalDate day = said == null ? today : said;
        LocalDate start = known.startsOn();
        new InvalidFields.Check()
                .that(!day.isAfter(today), "/collectedOn", "This day is still to come.")
                .that(
                        start == null || !day.isBefore(start),
                        "/collectedOn",
                        "This is before it started (%s).".formatted(start))
                .orRefuse();
        return day;
    }

    private void once(FeedbackCommand sheet) {
        List<String> givenBy = policy.givenBy(sheet.audience());
        int kept = evaluations
                .getEntityManager()
                .createNativeQuery("""
                        insert into feedback (id, action_code, activity_number, audience, given_by)
                        select :id, :code, cast(:number as integer), :audience, :by
                        where not exists (
                            select from feedback
                            where action_code = :code and activity_number is not distinct from cast(:number as integer)
                                and audience = :audience and given_by = any(:names))
                        on conflict do nothing""")
                .setParameter("id", Time.newId())
                .setParameter("code", sheet.actionCode())
                .setParameter("number", sheet.activityNumber())
                .setParameter("audience", sheet.audience())
                .setParameter("by", givenBy.getFirst())
                .setParameter("names", givenBy.toArray(String[]::new))
                .executeUpdate();
        if (kept == 0) {
            throw new FeedbackRefusals.FeedbackAlreadyGiven(sheet.audience(), sheet.subject());
        }
    }

    private List<Evaluation> count(FeedbackCommand sheet, LocalDate day) {
        List<Tally> tallies = sheet.answers().stream()
                .map(answer -> new Tally(
                        sheet.actionCode(),
                        sheet.activityNumber(),
                        sheet.audience(),
                        answer.question(),
                        answer.score(),
                        day))
                .sorted(Comparator.comparing(Tally::question))
                .toList();
        lockSubject(sheet.subject());
        Map<Tally, Evaluation> there = evaluations.lock(tallies);
        List<Evaluation> counted = new ArrayList<>();
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Tally tally : tallies) {
            Evaluation evaluation = there.get(tally);
            if (evaluation == null) {
                evaluation = Evaluation.opened(tally, 1, null);
                evaluations.persist(evaluation);
                happenings.add(new EventLog.Happening(evaluation, new EvaluationEvent.EvaluationOpened()));
            } else {
                happenings.add(new EventLog.Happening(evaluation, evaluation.add()));
            }
            counted.add(evaluation);
        }
        evaluations.flush();
        events.appendAll(happenings);
        return counted;
    }

    /** Two first answers at the same moment would both open the count; those about one subject come one after the other. */
    private void lockSubject(Tally.Subject subject) {
        evaluations
                .getEntityManager()
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:subject, 0))) as locked")
                .setParameter("subject", "feedback " + subject)
                .getSingleResult();
    }
}
