package eu.mieux.preimplementation.notification;

import eu.mieux.preimplementation.meeting.FollowingMeetings;
import eu.mieux.preimplementation.request.FollowingRequests;
import java.util.UUID;

/** Under what a mail tells of its matters: a request, whatever of it they are about, or a meeting. */
sealed interface Heading {

    UUID id();

    /** What people wrote over it. */
    String title();

    /** How people call it. */
    String name(Wording words);

    /** The same as a line of its own. */
    String line(Wording words);

    /** What stands on the link to it. */
    String look(Wording words);

    String link(MailLinks links);

    /** A request. */
    record OfRequest(FollowingRequests.Followed request) implements Heading {
        @Override
        public UUID id() {
            return request.id();
        }

        @Override
        public String title() {
            return request.title();
        }

        @Override
        public String name(Wording words) {
            return request.name();
        }

        @Override
        public String line(Wording words) {
            return words.get("request", request.name());
        }

        @Override
        public String look(Wording words) {
            return words.get("look");
        }

        @Override
        public String link(MailLinks links) {
            return links.toRequest(request.name());
        }
    }

    /** A meeting of the steering group. */
    record OfMeeting(FollowingMeetings.Followed meeting) implements Heading {
        @Override
        public UUID id() {
            return meeting.id();
        }

        @Override
        public String title() {
            return meeting.title();
        }

        @Override
        public String name(Wording words) {
            return words.day(meeting.day());
        }

        @Override
        public String line(Wording words) {
            return words.get(
                    "meeting",
                    name(words),
                    meeting.from().toString(),
                    meeting.until().toString(),
                    meeting.zone());
        }

        @Override
        public String look(Wording words) {
            return words.get(meeting.hasDraft() ? "look.minutes" : "look.meeting");
        }

        @Override
        public String link(MailLinks links) {
            return links.toMeeting(meeting.id());
        }
    }
}
