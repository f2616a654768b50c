package eu.mieux.preimplementation.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

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
                        other.name.length() > name.length() ? other.name : name,
                        function == null ? other.function : function,
                        email,
                        phone == null ? other.phone : phone,
                        spoken))
                : Optional.empty();
    }

    private boolean isSamePerson(Contact other) {
        return email != null && email.equalsIgnoreCase(other.email) && (isPartOf(other) || other.isPartOf(this));
    }

    /** Ana is Ana Maria at the same address; two with the same address and other names share it. */
    private boolean isPartOf(Contact other) {
        return other.words().containsAll(words());
    }

    private Set<String> words() {
        return Set.copyOf(Arrays.asList(MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+", -1)));
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
