package eu.mieux.preimplementation.review;

import eu.mieux.preimplementation.review.Opinion.Verdict;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steering group's review of one request: who was asked in which round, until when, and what they said. A part of the request,
 * which keeps these maps; what is changed here is changed there (design, The domain, Pre-implementation).
 *
 * <p>In one file though it is long: who is asked, who has stepped back and who has spoken decide each other, and each question asked
 * of a review is a few lines over the same three maps.
 *
 * @param request how people call the request
 * @param rounds by number, from 1
 */
public record Review(
        String request, Map<Integer, Round> rounds, Map<Voice.Key, Voice> voices, Map<Opinion.Key, Opinion> opinions) {

    /** The EU Delegation to Cameroon is {@code EUD-CM}. */
    public static final String DELEGATION = "EUD-";

    /** Of a row of {@code voice v}, in SQL: whether it has spoken in its round, itself or by one that has not stepped back since. */
    public static final String HAS_SPOKEN = """
            exists (
                select from opinion o
                left join voice w on w.request_id = o.request_id and w.round = o.round and w.institution = o.spoken_by
                where o.request_id = v.request_id and o.institution = v.institution and o.round = v.round
                    and w.recused_by is null)""";

    /** Rounds of a review, and opinions of an institution on a request. */
    private static final int MOST = 50;

    public static String delegationTo(String country) {
        return DELEGATION + country;
    }

    /** The number of the round that is under way; 0 when nobody has been asked yet. */
    public int round() {
        return rounds.keySet().stream().max(Comparator.naturalOrder()).orElse(0);
    }

    /** How the round that is under way comes to its opinions; null before the first. */
    public Round.@Nullable Procedure procedure() {
        Round current = rounds.get(round());
        return current == null ? null : current.procedure();
    }

    /** When the round that is under way was opened. */
    public LocalDate openedOn() {
        return current().openedOn();
    }

    /** The number of the round that was under way at the end of that day; 0 before the first. */
    public int round(LocalDate day) {
        return rounds.entrySet().stream()
                .filter(round -> !round.getValue().openedOn().isAfter(day))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** Asks all of them, in a new round. */
    public void ask(Round round, Collection<String> institutions, LocalDate until) {
        int number = round() + 1;
        if (number > MOST) {
            throw new ReviewRefusals.EnoughSaid(request, MOST, "rounds");
        }
        rounds.put(number, round);
        institutions.forEach(institution -> voices.put(new Voice.Key(number, institution), new Voice(until)));
    }

    public void hear(String institution, Opinion.Said said) {
        Voice voice = voice(institution);
        if (voice.isRecused()) {
            throw new ReviewRefusals.InstitutionRecused(request, institution);
        }
        int number = opinionsOf(institution).keySet().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(0)
                + 1;
        if (number > MOST) {
            throw new ReviewRefusals.EnoughSaid(request, MOST, "opinions of " + institution);
        }
        opinions.put(new Opinion.Key(institution, number), new Opinion(round(), said));
    }

    /** More time, or less, for one that has not stepped back. */
    public void extend(String institution, LocalDate until, LocalDate on) {
        Voice voice = voice(institution);
        if (voice.isRecused()) {
            throw new ReviewRefusals.InstitutionRecused(request, institution);
        }
        voice.extend(until, on);
        current().reopen();
    }

    public void remind(String institution, LocalDate on) {
        voice(institution).remind(on);
    }

    /** Lets another institution that is asked speak for this one; null takes that back. */
    public void delegate(String institution, @Nullable String to) {
        Voice voice = voice(institution);
        if (to != null && (voice.isRecused() || voice(to, "/to").isRecused())) {
            throw new ReviewRefusals.InstitutionRecused(request, voice.isRecused() ? institution : to);
        }
        voice.delegate(to);
    }

    /** Takes it out of this round for a conflict of interest: it is not waited for, and what it said, for others too, does not count. */
    public void recuse(String institution, String by, String reason) {
        Voice voice = voice(institution);
        if (voice.isRecused()) {
            throw new ReviewRefusals.InstitutionRecused(request, institution);
        }
        voice.recuse(by, reason);
        asked().values().stream()
                .filter(other -> institution.equals(other.delegatedTo()))
                .forEach(other -> other.delegate(null));
    }

    /** Gives those who have not spoken the days that the request was on hold since their deadlines were set. */
    public void prolong(Pause pause) {
        moveDeadlines((deadline, setOn) -> pause.later(deadline, setOn));
    }

    /**
     * The same when pauses were other than they were written down.
     *
     * @param before in their order, as the deadlines went by them
     * @param after as they should have been written down
     */
    public void recount(List<Pause> before, List<Pause> after) {
        moveDeadlines((deadline, setOn) -> {
            LocalDate moved = deadline;
            for (Pause pause : before.reversed()) {
                moved = pause.before(moved, setOn);
            }
            for (Pause pause : after) {
                moved = pause.later(moved, setOn);
            }
            return moved;
        });
    }

    private void moveDeadlines(BinaryOperator<LocalDate> moved) {
        silent(_ -> true).forEach(institution -> {
            Voice voice = voice(institution);
            LocalDate setOn =
                    Objects.requireNonNullElse(voice.setOn(), current().openedOn());
            LocalDate deadline = moved.apply(voice.until(), setOn);
            if (!deadline.equals(voice.until())) {
                voice.move(deadline);
                current().reopen();
            }
        });
    }

    /** Whether some have not spoken, their time is over, and that was not said yet. */
    public boolean isOver(LocalDate today) {
        return round() > 0
                && !current().isClosed()
                && !unheard().isEmpty()
                && awaited(today).isEmpty();
    }

    /** The time of all who have not spoken is over. */
    public void close(LocalDate on) {
        current().close(on);
    }

    /** Who is asked in this round, in the order of their names. */
    public SortedMap<String, Voice> asked() {
        return asked(round());
    }

    public SortedMap<String, Voice> asked(int number) {
        return voices.entrySet().stream()
                .filter(voice -> voice.getKey().round() == number)
                .collect(Collectors.toMap(
                        voice -> voice.getKey().institution(), Map.Entry::getValue, Review::neverTwo, TreeMap::new));
    }

    /** Those whom the review still waits for on this day. */
    public Set<String> awaited(LocalDate today) {
        return silent(voice -> !voice.until().isBefore(today));
    }

    /**
     * Those whom a round still waited for at the end of a day; who stepped back was never waited for.
     *
     * @param dayOf on which day an opinion was given
     */
    public Set<String> awaited(int round, LocalDate day, Function<Opinion, LocalDate> dayOf) {
        return asked(round).entrySet().stream()
                .filter(voice -> !voice.getValue().isRecused()
                        && !voice.getValue().until().isBefore(day)
                        && opinionsOf(voice.getKey()).values().stream()
                                .noneMatch(opinion -> opinion.round() == round
                                        && isOfTheUnbiased(opinion)
                                        && !dayOf.apply(opinion).isAfter(day)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of this round who have not spoken and are like this. */
    public Set<String> silent(Predicate<Voice> like) {
        Set<String> silent = new TreeSet<>();
        asked().forEach((institution, voice) -> {
            if (!voice.isRecused() && !hasSpoken(institution) && like.test(voice)) {
                silent.add(institution);
            }
        });
        return silent;
    }

    private boolean hasSpoken(String institution) {
        return opinionsOf(institution).values().stream()
                .anyMatch(opinion -> opinion.round() == round() && isOfTheUnbiased(opinion));
    }

    /** What was said by one that was let speak, and has stepped back since, is as if it had not been said. */
    private boolean isOfTheUnbiased(Opinion opinion) {
        String spokenBy = opinion.spokenBy();
        return spokenBy == null || !isRecused(spokenBy, opinion.round());
    }

    /**
     * What each institution thinks by now: its last word, be it of an earlier round. As long as it is recused it has none, and what
     * it said in a round in which it was never counts again.
     */
    public SortedMap<String, Opinion> standing() {
        SortedMap<String, Opinion> standing = new TreeMap<>();
        opinions.keySet().stream()
                .map(Opinion.Key::institution)
                .distinct()
                .filter(institution -> !isRecused(institution, round()))
                .forEach(institution -> opinionsOf(institution).sequencedValues().reversed().stream()
                        .filter(opinion -> !isRecused(institution, opinion.round()) && isOfTheUnbiased(opinion))
                        .findFirst()
                        .ifPresent(last -> standing.put(institution, last)));
        return standing;
    }

    /** Those that have stepped back from the round that is, or was, the last. */
    public Set<String> recused() {
        return asked().entrySet().stream()
                .filter(voice -> voice.getValue().isRecused())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isRecused(String institution, int round) {
        Voice voice = voices.get(new Voice.Key(round, institution));
        return voice != null && voice.isRecused();
    }

    /** Those who spoke against it. */
    public Set<String> against() {
        return standing().entrySet().stream()
                .filter(opinion -> opinion.getValue().verdict() == Verdict.UNFAVOURABLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of this round who have not spoken, with the last day of each; who stepped back is not waited for. */
    public List<Awaited> unheard() {
        SortedMap<String, Voice> asked = asked();
        return silent(_ -> true).stream()
                .map(institution -> new Awaited(
                        institution,
                        Objects.requireNonNull(asked.get(institution)).until()))
                .toList();
    }

    /**
     * An institution whose opinion is awaited.
     *
     * @param until the last day for it
     */
    public record Awaited(String institution, LocalDate until) {}

    /** The last day that anybody has; empty when nobody is asked. */
    public Optional<LocalDate> until() {
        return asked().values().stream().map(Voice::until).max(Comparator.naturalOrder());
    }

    /** All that it ever said about the request, by number. */
    public SortedMap<Integer, Opinion> opinionsOf(String institution) {
        return opinions.entrySet().stream()
                .filter(opinion -> opinion.getKey().institution().equals(institution))
                .collect(Collectors.toMap(
                        opinion -> opinion.getKey().number(), Map.Entry::getValue, Review::neverTwo, TreeMap::new));
    }

    private static <T> T neverTwo(T one, T other) {
        throw new IllegalStateException("Two of one key: " + one + ", " + other);
    }

    private Round current() {
        return Objects.requireNonNull(rounds.get(round()));
    }

    private Voice voice(String institution) {
        return voice(institution, "/institution");
    }

    private Voice voice(String institution, String pointer) {
        Voice voice = asked().get(institution);
        if (voice == null) {
            throw new ReviewRefusals.InstitutionNotAsked(request, institution, asked().keySet(), pointer);
        }
        return voice;
    }
}
