package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.action.Launches;
import eu.mieux.preimplementation.action.Launches.Launch;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.ClockDay;
import eu.mieux.preimplementation.clock.Course;
import eu.mieux.preimplementation.clock.Course.Turned;
import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.clock.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request's clock off what has happened to it and to its Action Fiche. */
@ApplicationScoped
class ReadingClocks {

    private static final Set<RequestStatus> ENDED = Set.of(RequestStatus.REJECTED, RequestStatus.WITHDRAWN);

    private final Way way;
    private final Turns turns;
    private final Launches launches;
    private final FacilityCalendar calendar;

    ReadingClocks(Way way, Turns turns, Launches launches, FacilityCalendar calendar) {
        this.way = way;
        this.turns = turns;
        this.launches = launches;
        this.calendar = calendar;
    }

    FastResponseClock of(Request request) {
        LocalDate startedOn = request.submittedOn();
        if (startedOn == null) {
            return FastResponseClock.notStarted(
                    request.status() == RequestStatus.DRAFT ? List.of(Turn.PARTNER) : List.of());
        }
        return course(request)
                .map(course -> FastResponseClock.of(course, calendar.today()))
                .orElseGet(() -> FastResponseClock.endedOnSomeDay(startedOn));
    }

    /** None before the submission, and of what ended on a day that nobody wrote down. */
    List<ClockDay> days(Request request) {
        return course(request).map(course -> course.days(calendar.today())).orElse(List.of());
    }

    private Optional<Course> course(Request request) {
        LocalDate startedOn = request.submittedOn();
        Launch launch = launches.of(request.name());
        boolean ended = ENDED.contains(request.status());
        LocalDate endedOn = ended ? request.decision().map(Decision::on).orElse(null) : launch.givenUpOn();
        boolean stopped = ended || !launch.isAwaited();
        if (startedOn == null || (stopped && endedOn == null && launch.on() == null)) {
            return Optional.empty();
        }
        return Optional.of(course(request, startedOn, launch.on(), endedOn));
    }

    private Course course(
            Request request, LocalDate startedOn, @Nullable LocalDate launchedOn, @Nullable LocalDate endedOn) {
        List<Turned> turned = way.of(request.id());
        return new Course(startedOn, turned, request.holds().values(), launchedOn, endedOn, turns.of(request, turned));
    }
}
