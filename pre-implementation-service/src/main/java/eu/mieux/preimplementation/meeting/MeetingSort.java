package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What meetings can be sorted by. */
enum MeetingSort implements Sortable<MeetingListed> {
    ID,
    DAY;

    @Override
    public SortKey<MeetingListed> key() {
        return switch (this) {
            case ID -> SortKey.id("m.id", MeetingListed::id);
            case DAY -> SortKey.day("m.day", MeetingListed::day);
        };
    }
}
