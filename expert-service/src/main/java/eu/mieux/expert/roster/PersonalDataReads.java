package eu.mieux.expert.roster;

import eu.mieux.chassis.audit.AuditNotes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Writes down who was shown whose personal data, in the transaction that shows it. */
@ApplicationScoped
class PersonalDataReads {

    private static final String EXPERT = "expert";

    private final AuditNotes notes;

    PersonalDataReads(AuditNotes notes) {
        this.notes = notes;
    }

    void shown(String occasion, Collection<Expert> experts) {
        notes.shown(
                EXPERT,
                occasion,
                experts.stream()
                        .map(expert -> new AuditNotes.Subject(expert.id(), expert.key()))
                        .toList());
    }

    void shownAll(String occasion) {
        notes.shownAll(EXPERT, occasion);
    }
}
