package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.authority.LikelyDuplicates.Candidate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authority says no to, each by its name. */
final class AuthorityRefusals {

    private AuthorityRefusals() {}

    /** It looks like one that there is. */
    static final class LikelyDuplicate extends Refusal {
        private final transient List<Candidate> candidates;

        LikelyDuplicate(String name, List<Candidate> candidates) {
            super(
                    Kind.ILLEGAL_STEP,
                    "\"%s\" may be an authority that there is already: %s. Use that one; or, if it is another, send the ids of the candidates as distinctFrom."
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            candidates.stream()
                                                    .map(Candidate::key)
                                                    .toList())));
            this.candidates = candidates;
        }

        @Override
        public Map<String, Object> extensions() {
            return Map.of("candidates", candidates);
        }
    }

    static final class AuthorityMerged extends Refusal {
        AuthorityMerged(String key, String into) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Authority %s was merged into %s and is changed no more; change %s.".formatted(key, into, into));
        }
    }

    static final class AuthorityMergedElsewhere extends Refusal {
        AuthorityMergedElsewhere(String key, String into) {
            super(Kind.ILLEGAL_STEP, "Authority %s was merged into %s already; merge that one.".formatted(key, into));
        }
    }

    static final class AuthorityMergedIntoItself extends Refusal {
        AuthorityMergedIntoItself(String key) {
            super(
                    Kind.RULE_BROKEN,
                    "Both are authority %s; name another to merge it into.".formatted(key),
                    List.of(new FieldError("/into", "This is the same authority.")));
        }
    }

    static final class AuthoritiesOfTwoCountries extends Refusal {
        AuthoritiesOfTwoCountries(String key, @Nullable String country, String into, @Nullable String other) {
            super(
                    Kind.RULE_BROKEN,
                    "Authority %s is of %s, %s of %s. Merging them all the same needs acrossCountries."
                            .formatted(key, place(country), into, place(other)),
                    List.of(new FieldError("/acrossCountries", "Say true if they are one institution in earnest.")));
        }

        private static String place(@Nullable String country) {
            return country == null ? "no country" : country;
        }
    }

    static final class AuthoritiesOfTwoTypes extends Refusal {
        AuthoritiesOfTwoTypes(String key, AuthorityType type, String into, AuthorityType other) {
            super(
                    Kind.RULE_BROKEN,
                    "Authority %s is %s, %s is %s, and who may ask depends on that. Merging them all the same needs acrossTypes."
                            .formatted(key, type, into, other),
                    List.of(new FieldError("/acrossTypes", "Say true if they are one institution in earnest.")));
        }
    }

    static final class TooMuchToMerge extends Refusal {
        TooMuchToMerge(String key, long named, int most) {
            super(
                    Kind.RULE_BROKEN,
                    "%d records name authority %s, and at most %d are changed at once. Merge the other into this one."
                            .formatted(named, key, most),
                    List.of(new FieldError("/into", "Merge the one that fewer records name.")));
        }
    }

    static final class AuthorityFull extends Refusal {
        AuthorityFull(String key, int most) {
            super(
                    Kind.RULE_BROKEN,
                    "Authority %s would have more than %d aliases or focal points; remove some first."
                            .formatted(key, most));
        }
    }
}
