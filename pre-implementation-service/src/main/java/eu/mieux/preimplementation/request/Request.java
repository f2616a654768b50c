package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.clock.Hold;
import eu.mieux.preimplementation.clock.Holds;
import eu.mieux.preimplementation.reference.Reference;
import eu.mieux.preimplementation.request.RequestEvent.RequestApproved;
import eu.mieux.preimplementation.request.RequestEvent.RequestAuthorityMerged;
import eu.mieux.preimplementation.request.RequestEvent.RequestClockAtRisk;
import eu.mieux.preimplementation.request.RequestEvent.RequestConditionSettled;
import eu.mieux.preimplementation.request.RequestEvent.RequestDrafted;
import eu.mieux.preimplementation.request.RequestEvent.RequestFileAttached;
import eu.mieux.preimplementation.request.RequestEvent.RequestFileRemoved;
import eu.mieux.preimplementation.request.RequestEvent.RequestHoldCorrected;
import eu.mieux.preimplementation.request.RequestEvent.RequestInstitutionRecused;
import eu.mieux.preimplementation.request.RequestEvent.RequestOpinionAwaited;
import eu.mieux.preimplementation.request.RequestEvent.RequestOpinionDelegated;
import eu.mieux.preimplementation.request.RequestEvent.RequestOpinionGiven;
import eu.mieux.preimplementation.request.RequestEvent.RequestOpinionTimeChanged;
import eu.mieux.preimplementation.request.RequestEvent.RequestPutOnHold;
import eu.mieux.preimplementation.request.RequestEvent.RequestRecorded;
import eu.mieux.preimplementation.request.RequestEvent.RequestRejected;
import eu.mieux.preimplementation.request.RequestEvent.RequestResumed;
import eu.mieux.preimplementation.request.RequestEvent.RequestReviewClosed;
import eu.mieux.preimplementation.request.RequestEvent.RequestReviewReopened;
import eu.mieux.preimplementation.request.RequestEvent.RequestReviewStarted;
import eu.mieux.preimplementation.request.RequestEvent.RequestRevised;
import eu.mieux.preimplementation.request.RequestEvent.RequestSubmitted;
import eu.mieux.preimplementation.request.RequestEvent.RequestWithdrawn;
import eu.mieux.preimplementation.review.Condition;
import eu.mieux.preimplementation.review.Opinion;
import eu.mieux.preimplementation.review.Pause;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Round;
import eu.mieux.preimplementation.review.Voice;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's request for support, from its first draft to the decision. Every change is one of the transitions below. The file
 * is long because it is whole: nobody but a transition can reach the state, and a transition moved elsewhere would need setters.
 */
@Entity
class Request implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private @Nullable String reference;

    @Column
    private String title;

    @Column
    private @Nullable String problem;

    @Column
    private @Nullable String support;

    @Column(name = "authority_keys", columnDefinition = "text[]")
    private List<String> authorityKeys;

    @Column(columnDefinition = "text[]")
    private List<String> countries;

    @Column(columnDefinition = "text[]")
    private List<String> regions;

    @Column(columnDefinition = "text[]")
    private List<String> themes;

    @Column(columnDefinition = "text[]")
    private List<String> languages;

    @Column(name = "wished_start")
    private @Nullable LocalDate wishedStart;

    @Column
    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    @Column(name = "resumes_as")
    @Enumerated(EnumType.STRING)
    private @Nullable RequestStatus resumesAs;

    @Column(name = "submitted_on")
    private @Nullable LocalDate submittedOn;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_by_name")
    private @Nullable String decidedByName;

    @Column(name = "decision_note")
    private @Nullable String decisionNote;

    @Column(name = "action_name")
    private @Nullable String actionName;

    @Column
    private @Nullable String provenance;

    @ElementCollection
    @CollectionTable(name = "request_hold", joinColumns = @JoinColumn(name = "request_id"))
    @MapKeyColumn(name = "number")
    private Map<Integer, Hold> holds = new HashMap<>();

    /** By when to launch when it was last warned, and how many days before that. */
    @Column(name = "warned_for")
    private @Nullable LocalDate warnedFor;

    @Column(name = "warned_days_before")
    private @Nullable Integer warnedDaysBefore;

    @ElementCollection
    @CollectionTable(name = "review_round", joinColumns = @JoinColumn(name = "request_id"))
    @MapKeyColumn(name = "number")
    private Map<Integer, Round> rounds = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "voice", joinColumns = @JoinColumn(name = "request_id"))
    private Map<Voice.Key, Voice> voices = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "opinion", joinColumns = @JoinColumn(name = "request_id"))
    private Map<Opinion.Key, Opinion> opinions = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "request_condition", joinColumns = @JoinColumn(name = "request_id"))
    @MapKeyColumn(name = "number")
    private Map<Integer, Condition> conditions = new TreeMap<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Request() {}

    @SuppressWarnings(
            "NullAway.Init") // What is missing here is filled by the draft or the record that it is made from.
    private Request(UUID id) {
        this.id = id;
        this.languages = List.of();
    }

    static Request drafted(Draft draft, List<String> regions) {
        Request request = new Request(Time.newId());
        request.status = RequestStatus.DRAFT;
        request.take(draft, regions);
        request.version = 1;
        return request;
    }

    RequestDrafted birth() {
        return new RequestDrafted();
    }

    RequestRevised revise(Draft draft, List<String> regions) {
        if (status != RequestStatus.DRAFT) {
            throw new RequestRefusals.RequestNotADraft(name(), status);
        }
        take(draft, regions);
        version++;
        return new RequestRevised();
    }

    /** A file was added; the letter may also come after the submission, but not after the end. */
    RequestFileAttached attach() {
        if (status == RequestStatus.REJECTED || status == RequestStatus.WITHDRAWN) {
            throw new RequestRefusals.RequestEnded(name(), status);
        }
        version++;
        return new RequestFileAttached();
    }

    /** What it was handed in with stays with it. */
    RequestFileRemoved detach() {
        if (status != RequestStatus.DRAFT) {
            throw new RequestRefusals.RequestNotADraft(name(), status);
        }
        version++;
        return new RequestFileRemoved();
    }

    RequestSubmitted submit(Reference allotted, LocalDate on) {
        become(RequestStatus.SUBMITTED);
        reference = allotted.toString();
        submittedOn = on;
        return new RequestSubmitted();
    }

    RequestReviewStarted startReview(Round round, Collection<String> institutions, LocalDate until) {
        become(RequestStatus.UNDER_REVIEW);
        ownReview().ask(round, institutions, until);
        return new RequestReviewStarted();
    }

    RequestReviewReopened reopenReview(Round round, Collection<String> institutions, LocalDate until) {
        underReview().ask(round, institutions, until);
        return new RequestReviewReopened();
    }

    /** @param itself whether the institution speaks for itself, and so lets nobody else any more */
    RequestOpinionGiven hear(String institution, Opinion.Said said, boolean itself) {
        Review review = underReview();
        review.hear(institution, said);
        if (itself) {
            review.delegate(institution, null);
        }
        return new RequestOpinionGiven();
    }

    RequestOpinionTimeChanged extend(String institution, LocalDate until, LocalDate on) {
        underReview().extend(institution, until, on);
        return new RequestOpinionTimeChanged();
    }

    RequestOpinionDelegated delegate(String institution, @Nullable String to) {
        underReview().delegate(institution, to);
        return new RequestOpinionDelegated();
    }

    RequestInstitutionRecused recuse(String institution, String by, String reason) {
        underReview().recuse(institution, by, reason);
        return new RequestInstitutionRecused();
    }

    RequestOpinionAwaited remind(Collection<String> institutions, LocalDate on) {
        Review review = underReview();
        institutions.forEach(institution -> review.remind(institution, on));
        return new RequestOpinionAwaited();
    }

    /** The last deadline has passed, and some have not spoken. */
    RequestReviewClosed closeReview(LocalDate on) {
        underReview().close(on);
        return new RequestReviewClosed();
    }

    private Review underReview() {
        if (status != RequestStatus.UNDER_REVIEW) {
            throw new RequestRefusals.RequestNotUnderReview(name(), status);
        }
        version++;
        return ownReview();
    }

    RequestApproved approve(Decision decision, List<Condition> under, String nameOfAction) {
        become(RequestStatus.APPROVED);
        decide(decision);
        under.forEach(condition -> conditions.put(conditions.size() + 1, condition));
        actionName = nameOfAction;
        return new RequestApproved();
    }

    /** @throws NotFound when no condition has this number */
    RequestConditionSettled settle(int number, Condition.Status outcome, String evidence, Signature by, LocalDate on) {
        Condition condition = conditions.get(number);
        if (condition == null) {
            throw new NotFound("condition of request " + name(), Integer.toString(number));
        }
        if (condition.status() != Condition.Status.OPEN) {
            throw new RequestRefusals.ConditionSettled(name(), number, condition.status());
        }
        condition.settle(outcome, evidence, by, on);
        version++;
        return new RequestConditionSettled();
    }

    RequestRejected reject(Decision decision) {
        become(RequestStatus.REJECTED);
        decide(decision);
        return new RequestRejected();
    }

    RequestPutOnHold hold(Hold hold) {
        RequestStatus before = status;
        become(RequestStatus.ON_HOLD);
        resumesAs = before;
        allHolds().begin(hold);
        return new RequestPutOnHold();
    }

    /** Whoever is still asked has as many days left as when it was put on hold. */
    RequestResumed resume(LocalDate on) {
        // A request that came in on hold from a portfolio does not say where it stood: it was handed in, so much is
        // sure.
        RequestStatus next = resumesAs == null ? RequestStatus.SUBMITTED : resumesAs;
        if (status != RequestStatus.ON_HOLD) {
            throw new RequestRefusals.RequestNotOnHold(name(), status);
        }
        move(next);
        allHolds().end(on).pause().ifPresent(ownReview()::prolong);
        resumesAs = null;
        return new RequestResumed();
    }

    /** A hold was on other days than it was written down; who is still asked has as many days left as those give. */
    RequestHoldCorrected correctHold(int number, LocalDate since, @Nullable LocalDate until) {
        List<Pause> before = pauses();
        allHolds().correct(number, since, until, decidedOn);
        if (status == RequestStatus.UNDER_REVIEW || status == RequestStatus.ON_HOLD) {
            ownReview().recount(before, pauses());
        }
        version++;
        return new RequestHoldCorrected();
    }

    private List<Pause> pauses() {
        return holds().values().stream().flatMap(hold -> hold.pause().stream()).toList();
    }

    RequestWithdrawn withdraw(LocalDate on, @Nullable String why) {
        become(RequestStatus.WITHDRAWN);
        allHolds().close(on);
        decidedOn = on;
        decisionNote = why;
        return new RequestWithdrawn();
    }

    /** The launch is due before long; whoever follows it hears so. */
    RequestClockAtRisk warn(LocalDate dueOn, int daysBefore) {
        warnedFor = dueOn;
        warnedDaysBefore = daysBefore;
        version++;
        return new RequestClockAtRisk();
    }

    /** Whether it was warned of this day already, so many days before it or fewer. */
    boolean isWarned(LocalDate dueOn, int daysBefore) {
        Integer last = warnedDaysBefore;
        return dueOn.equals(warnedFor) && last != null && last <= daysBefore;
    }

    /** An authority was merged into another; whatever the status, and if both ask, one asks. */
    RequestAuthorityMerged nameInstead(String merged, String survivor) {
        authorityKeys = authorityKeys.stream()
                .map(key -> key.equals(merged) ? survivor : key)
                .distinct()
                .toList();
        version++;
        return new RequestAuthorityMerged();
    }

    /** @param on the day on which it is brought in */
    static Request recorded(RequestRecord row, LocalDate on) {
        Request request = new Request(Time.newId());
        request.take(row, on);
        return request;
    }

    /** Brings it to the state of a portfolio's row. */
    RequestRecorded record(RequestRecord row, LocalDate on) {
        take(row, on);
        return new RequestRecorded();
    }

    private void take(Draft draft, List<String> itsRegions) {
        title = draft.title();
        problem = draft.problem();
        support = draft.support();
        authorityKeys = draft.authorities();
        countries = draft.countries();
        regions = itsRegions;
        themes = draft.themes();
        languages = draft.spoken();
        wishedStart = draft.wishedStart();
    }

    private void take(RequestRecord row, LocalDate on) {
        reference = row.reference();
        submittedOn = row.submittedOn();
        title = row.title();
        authorityKeys = row.authorityKeys();
        countries = row.countries();
        regions = row.regions();
        themes = row.themes();
        provenance = row.provenance();
        takeDecision(row);
        takeStatus(row.status(), on);
        version++;
    }

    /** Who decided otherwise, elsewhere, a portfolio does not say. */
    private void takeDecision(RequestRecord row) {
        if (status != row.status()
                || !Objects.equals(decidedOn, row.decidedOn())
                || !Objects.equals(decisionNote, row.decisionNote())) {
            decidedBy = null;
            decidedByName = null;
        }
        decidedOn = row.decidedOn();
        decisionNote = row.decisionNote();
    }

    /** As {@link #hold} and {@link #resume} would: where it goes on, and the days of those who are asked, stay in step. */
    private void takeStatus(RequestStatus next, LocalDate on) {
        boolean held = next == RequestStatus.ON_HOLD;
        if (!held) {
            resumesAs = null;
        } else if (status == RequestStatus.SUBMITTED || status == RequestStatus.UNDER_REVIEW) {
            resumesAs = status;
        }
        status = next;
        if (held) {
            allHolds().record(on);
        } else {
            // Nothing is on hold after the decision (docs/decisions/0022).
            LocalDate end = decidedOn == null || decidedOn.isAfter(on) ? on : decidedOn;
            allHolds().close(end).flatMap(Hold::pause).ifPresent(ownReview()::prolong);
        }
    }

    /** As a portfolio's row would state it. */
    RequestRecord asRecord() {
        return new RequestRecord(
                String.valueOf(reference),
                submittedOn,
                title,
                authorityKeys,
                countries,
                regions,
                themes,
                status,
                decidedOn,
                decisionNote,
                provenance);
    }

    /** On hold it goes on by {@link #resume} alone; else its clock would not know that it runs again. */
    private void become(RequestStatus next) {
        if (status == RequestStatus.ON_HOLD && next != RequestStatus.WITHDRAWN) {
            throw new RequestRefusals.RequestOnHold(name());
        }
        move(next);
    }

    private void move(RequestStatus next) {
        if (!status.mayBecome(next)) {
            throw new RequestRefusals.IllegalRequestStep(name(), status, next);
        }
        status = next;
        version++;
    }

    private void decide(Decision decision) {
        decidedBy = decision.by();
        decidedByName = decision.byName();
        decidedOn = decision.on();
        decisionNote = decision.note();
    }

    /** How people call it: by its reference once it has one. */
    String name() {
        String allotted = reference;
        return allotted == null ? id.toString() : allotted;
    }

    @Override
    public String aggregateType() {
        return "request";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public RequestState publicState() {
        return new RequestState(
                id,
                reference,
                title,
                authorityKeys,
                countries,
                themes,
                status,
                submittedOn,
                decidedOn,
                actionName,
                provenance,
                allHolds().dueOn(),
                allHolds().state());
    }

    RequestStatus status() {
        return status;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }

    Holds allHolds() {
        return new Holds(name(), submittedOn, holds);
    }

    /** Each time that it was on hold, by number; to read. */
    SortedMap<Integer, Hold> holds() {
        return new TreeMap<>(holds);
    }

    private Review ownReview() {
        return new Review(name(), rounds, voices, opinions);
    }

    /** Who was asked, and what they said; to read. */
    Review review() {
        return new Review(name(), Map.copyOf(rounds), Map.copyOf(voices), Map.copyOf(opinions));
    }

    /** By number, in their order. */
    SortedMap<Integer, Condition> conditions() {
        return new TreeMap<>(conditions);
    }

    List<String> authorityKeys() {
        return authorityKeys;
    }

    List<String> countries() {
        return countries;
    }

    /** What its authority wrote. */
    Draft draft() {
        return new Draft(title, problem, support, authorityKeys, countries, themes, languages, wishedStart);
    }

    Optional<Decision> decision() {
        LocalDate on = decidedOn;
        return on == null ? Optional.empty() : Optional.of(new Decision(decidedBy, decidedByName, on, decisionNote));
    }
}
