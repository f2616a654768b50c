package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writing the minutes of a meeting that was held, until they are adopted. */
@ApplicationScoped
@Transactional
class Minuting {

    private final Meetings meetings;
    private final Convening convening;
    private final EventLog events;
    private final CodeLists codes;
    private final Clock clock;

    Minuting(Meetings meetings, Convening convening, EventLog events, CodeLists codes, Clock clock) {
        this.meetings = meetings;
        this.convening = convening;
        this.events = events;
        this.codes = codes;
        this.clock = clock;
    }

    Meeting write(String id, @Nullable String ifMatch, MeetingCommands.WriteMinutes command) {
        Meeting meeting = meetings.getForChange(id);
        convening.requireAllInSight(meeting);
        ETags.require(ifMatch, meeting);
        check(meeting, command);
        events.append(meeting, meeting.minute(command.minuted(), command.attended(), Time.now(clock)));
        return meeting;
    }

    Meeting adopt(String id, @Nullable String ifMatch) {
        Meeting meeting = meetings.getForChange(id);
        convening.requireAllInSight(meeting);
        ETags.honour(ifMatch, meeting);
        events.append(meeting, meeting.adopt(Time.now(clock)));
        return meeting;
    }

    private void check(Meeting meeting, MeetingCommands.WriteMinutes command) {
        int points = meeting.agenda().size();
        LocalDate day = meeting.plan().day();
        InvalidFields.Check check = new InvalidFields.Check()
                .that(
                        command.points().size() == points,
                        "/points",
                        "The agenda has %d points; say of each what was said, or nothing.".formatted(points));
        List<Attendance> attended = command.attended();
        for (int i = 0; i < attended.size(); i++) {
            check.that(
                    isKnown(attended.get(i).institution(), day),
                    "/attended/%d/institution".formatted(i),
                    "Name a code of the list steering-institutions, EUD- and the code of a country, or FACILITY.");
        }
        check.orRefuse();
    }

    private boolean isKnown(String institution, LocalDate day) {
        return institution.equals(Attendance.FACILITY)
                || (institution.startsWith(Review.DELEGATION)
                        && codes.list("countries")
                                .find(institution.substring(Review.DELEGATION.length()))
                                .isPresent())
                || codes.list("steering-institutions").on(day).stream()
                        .anyMatch(code -> code.code().equals(institution));
    }
}
