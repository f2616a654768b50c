package eu.mieux.implementation.deliverable;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deliverable as a portfolio's row states it. */
record DeliverableRecord(
        Key key,
        String type,
        List<String> languages,
        DeliverableStatus status,
        @Nullable LocalDate handedOverOn,
        @Nullable String provenance) {

    /** What a deliverable is called: its Action's code and its title there. */
    record Key(String actionCode, String title) {

        @Override
        public String toString() {
            return actionCode + "/" + title;
        }
    }
}
