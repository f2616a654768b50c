package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * For whom a caller speaks in a review: a member for her steering institution and those that let it speak for them, an EU Delegation
 * for the one to each of its countries, a manager for whoever told her elsewhere.
 */
@ApplicationScoped
class Speakers {

    private final Caller caller;

    Speakers(Caller caller) {
        this.caller = caller;
    }

    /** The institution that is named, or else the only one that the caller speaks for. */
    String institution(Request request, @Nullable String named) {
        Map<String, Voice> asked = request.review().asked();
        Set<String> hers = hers(asked);
        return named == null ? meant(hers, asked.keySet()) : checked(named, hers, asked.keySet());
    }

    private String checked(String named, Set<String> hers, Set<String> asked) {
        if (!asked.isEmpty() && !asked.contains(named)) {
            throw new InvalidFields(
                    "/institution", "Name an institution that is asked: " + String.join(", ", asked) + ".");
        }
        if (!caller.has("manager") && !hers.contains(named)) {
            throw new InvalidFields("/institution", "Your opinion is that of " + String.join(" or ", hers) + ".");
        }
        return named;
    }

    private String meant(Set<String> hers, Set<String> asked) {
        if (caller.has("manager")) {
            throw whose(asked);
        }
        Set<String> meant = thoseOf(hers, asked);
        if (meant.size() != 1) {
            throw whose(meant);
        }
        return meant.iterator().next();
    }

    private static InvalidFields whose(Set<String> possible) {
        return new InvalidFields("/institution", "Say whose opinion it is: " + String.join(", ", possible) + ".");
    }

    /** Of several of hers those that are asked: a Delegation to two countries speaks for the one that the request is about. */
    private static Set<String> thoseOf(Set<String> hers, Set<String> asked) {
        Set<String> both = new TreeSet<>(hers);
        both.retainAll(asked);
        return both.isEmpty() ? hers : both;
    }

    /** Only the institution itself lets others speak for it, or steps back; or a manager whom it told so. */
    void requireOwn(String institution) {
        if (!caller.has("manager") && !own().contains(institution)) {
            throw new RequestRefusals.NotYourInstitution();
        }
    }

    /** Which of her own speaks for this institution, by its leave; null where it speaks itself, or has told a manager. */
    @Nullable
    String speaking(Request request, String institution) {
        Voice voice = request.review().asked().get(institution);
        String other = voice == null ? null : voice.delegatedTo();
        return other != null && own().contains(other) && !own().contains(institution) ? other : null;
    }

    /** Of those that are asked; before anybody is, her own. */
    private Set<String> hers(Map<String, Voice> asked) {
        Set<String> own = own();
        if (own.isEmpty() && !caller.has("manager")) {
            throw new RequestRefusals.NotYourInstitution();
        }
        Set<String> hers = new TreeSet<>(own);
        asked.forEach((institution, voice) -> {
            if (voice.delegatedTo() != null && own.contains(voice.delegatedTo())) {
                hers.add(institution);
            }
        });
        return hers;
    }

    /** Her own institutions. */
    Set<String> own() {
        Set<String> own = new TreeSet<>();
        if (caller.has("steering-member")) {
            own.addAll(caller.claims("institution"));
        }
        if (caller.has("eu-delegation")) {
            caller.claims("countries").stream().map(Review::delegationTo).forEach(own::add);
        }
        return own;
    }
}
