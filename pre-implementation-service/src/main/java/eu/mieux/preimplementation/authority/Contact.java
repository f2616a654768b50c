package eu.mieux.preimplementation.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A focal point: a person at an authority whom one writes to. Never in events. */
@Embeddable
record Contact(
        String name,
        @Nullable String function,
        @Nullable String email,
        @Nullable String phone,

        @Column(columnDefinition = "text[]") List<String> languages) {

    /** Of one person; no answer holds more. */
    static final int MOST_LANGUAGES = 20;

    /**
     * The same person with what both say of her; empty when they are two persons, or say different things of one, so that only
     * keeping both loses nothing.
     */
    Optional<Contact> completedBy(Contact other) {
        List<String> spoken = Stream.concat(languages.stream(), other.languages.stream())
                .distinct()
                .toList();
        return isSamePerson(other)
                        && agree(function, other.function)
                        && agree(phone, other.phone)
                        && spoken.size() <= MOST_LANGUAGES
                ? Optional.of(new Contact(
                        name,
                        function == null ? other.function : function,
                        email,
                        phone == null ? other.phone : phone,
                        spoken))
                : Optional.empty();
    }

    private boolean isSamePerson(Contact other) {
        return email != null && email.equalsIgnoreCase(other.email) && name.equalsIgnoreCase(other.name);
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
