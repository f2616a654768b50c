package eu.mieux.expert.roster;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone whom the facility can deploy. Her key says nothing about her, so that it may appear in events. */
@Entity
class Expert implements Aggregate {

    private static final String UNDISCLOSED = "UNDISCLOSED";

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column(name = "given_name")
    private @Nullable String givenName;

    @Column(name = "family_name")
    private @Nullable String familyName;

    @Column
    private @Nullable String gender;

    @Column
    private @Nullable String nationality;

    @Column
    private String category;

    @Column
    private @Nullable String background;

    @Column
    private @Nullable String institution;

    @Column(columnDefinition = "text[]")
    private List<String> languages;

    @Column(columnDefinition = "text[]")
    private List<String> themes;

    @Column(name = "registered_on")
    private @Nullable LocalDate registeredOn;

    @Column
    private @Nullable String provenance;

    @Column
    private @Nullable String email;

    @Column
    private @Nullable String phone;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Expert() {}

    @SuppressWarnings("NullAway.Init") // take() fills it.
    private Expert(String key) {
        this.id = Time.newId();
        this.key = key;
    }

    static Expert registered(String key, Profile profile, Contact contact) {
        Expert expert = new Expert(key);
        expert.take(profile, contact);
        return expert;
    }

    /** Brings her profile and her contact to this; empty when that changes nothing. */
    Optional<ExpertEvent.ExpertAmended> amend(Profile profile, Contact contact) {
        if (profile().equals(profile) && contact().equals(contact)) {
            return Optional.empty();
        }
        take(profile, contact);
        return Optional.of(new ExpertEvent.ExpertAmended());
    }

    private void take(Profile profile, Contact contact) {
        email = contact.email();
        phone = contact.phone();
        givenName = profile.givenName();
        familyName = profile.familyName();
        gender = profile.gender();
        nationality = profile.nationality();
        category = profile.standing().category();
        background = profile.standing().background();
        institution = profile.institution();
        languages = profile.languages();
        themes = profile.themes();
        registeredOn = profile.registeredOn();
        provenance = profile.provenance();
        version++;
    }

    Profile profile() {
        return new Profile(
                givenName,
                familyName,
                gender,
                nationality,
                standing(),
                institution,
                languages,
                themes,
                registeredOn,
                provenance);
    }

    Contact contact() {
        return new Contact(email, phone);
    }

    Standing standing() {
        return new Standing(category, background);
    }

    @Override
    public String aggregateType() {
        return "expert";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String key() {
        return key;
    }

    @Override
    public ExpertState publicState() {
        // To others, a gender that nobody wrote down is one that was not disclosed.
        String known = gender == null ? UNDISCLOSED : gender;
        return new ExpertState(id, key, known, nationality, category, background, registeredOn, provenance);
    }
}
