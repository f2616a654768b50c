package eu.mieux.preimplementation.naming;

import eu.mieux.preimplementation.naming.Reading.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what two names say. The weights are tuned on the history's 178 authorities ({@code NamesOfTheHistoryTest}). */
final class Comparing {

    private static final double WORTH_A_LOOK = 0.7;
    private static final int ALL_BUT_THE_SAME = 99;
    private static final double BY_INITIALS = 0.85;
    private static final double BY_BEGINNINGS = 0.8;
    private static final double BY_TRANSLATED_INITIALS = 0.8;
    private static final double BY_ABBREVIATION = 0.9;

    /** Of the same subject, how much is left if nothing says that the bodies are the same. */
    private static final double SUBJECT_ALONE = 0.4;

    private static final double TAKEN_FOR_EACH_OTHER = 0.75;
    private static final double ONE_WITHIN_THE_OTHER = 0.9;

    /** Governments add to what a ministry is in charge of, and name the rest after it: "of Interior, Security and Decentralisation". */
    private static final double FIRST_NAME = 0.75;

    /** A name without a body that is known ("Redes Chaco") is of any. */
    private static final double NO_BODY = 0.5;

    private static final int SHORTEST_ABBREVIATION = 3;

    /** Of what is worth a look; the share of what is not quite the same would be a point below. */
    private static final int LEAST = 70;

    private final Vocabulary vocabulary;

    Comparing(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Optional<Likeness> compare(Reading one, Reading other) {
        if (Words.of(one.name()).equals(Words.of(other.name()))) {
            return Optional.of(new Likeness(
                    100, "Both are called \"%s\", but for accents and punctuation.".formatted(one.name())));
        }
        List<Likeness> found = new ArrayList<>();
        byAbbreviation(one, other).ifPresent(found::add);
        byInitials(one, other).ifPresent(found::add);
        byInitials(other, one).ifPresent(found::add);
        byBeginnings(one, other).ifPresent(found::add);
        byBeginnings(other, one).ifPresent(found::add);
        byTranslatedInitials(one, other).ifPresent(found::add);
        byTranslatedInitials(other, one).ifPresent(found::add);
        bySense(one, other).ifPresent(found::add);
        byHead(one, other).ifPresent(found::add);
        byHead(other, one).ifPresent(found::add);
        return found.stream().max(Comparator.comparingInt(Likeness::score));
    }

    private static Optional<Likeness> byAbbreviation(Reading one, Reading other) {
        Set<String> both = new TreeSet<>(one.abbreviations());
        both.retainAll(other.abbreviations());
        // A unit bears the abbreviation of what it belongs to: "(DGME), Directorate for Integration".
        boolean oneIsPartOfTheOther = one.above().isEmpty() != other.above().isEmpty();
        return both.isEmpty() || oneIsPartOfTheOther
                ? Optional.empty()
                : Optional.of(likeness(BY_ABBREVIATION, "Both are abbreviated %s.".formatted(capitals(both))));
    }

    private static Optional<Likeness> byInitials(Reading abbreviation, Reading name) {
        Set<String> both = new TreeSet<>(abbreviation.abbreviations());
        both.removeIf(one -> one.length() < SHORTEST_ABBREVIATION);
        both.retainAll(name.initials());
        return abbreviation.isAbbreviation() && !name.isAbbreviation() && !both.isEmpty()
                ? Optional.of(likeness(
                        BY_INITIALS,
                        "\"%s\" may be short for \"%s\": these are its initials."
                                .formatted(abbreviation.name(), name.name())))
                : Optional.empty();
    }

    private Optional<Likeness> byBeginnings(Reading abbreviation, Reading name) {
        return abbreviation.isAbbreviation()
                        && !name.isAbbreviation()
                        && abbreviation.abbreviations().stream()
                                .anyMatch(one ->
                                        vocabulary.standsFor(one).isEmpty() && Beginnings.make(one, name.spoken()))
                ? Optional.of(likeness(
                        BY_BEGINNINGS,
                        "\"%s\" may be short for \"%s\": it has the beginnings of these words."
                                .formatted(abbreviation.name(), name.name())))
                : Optional.empty();
    }

    private static Optional<Likeness> byTranslatedInitials(Reading abbreviation, Reading name) {
        return !abbreviation.isAbbreviation() || name.isAbbreviation()
                ? Optional.empty()
                : abbreviation.abbreviations().stream()
                        .flatMap(one -> name.translated().languageOf(one).stream())
                        .findFirst()
                        .map(language -> likeness(
                                BY_TRANSLATED_INITIALS,
                                "\"%s\" may be short for \"%s\": these are its initials in %s."
                                        .formatted(
                                                abbreviation.name(),
                                                name.name(),
                                                Locale.of(language).getDisplayLanguage(Locale.ENGLISH))));
    }

    /** Who begins with the ministry may mean that: "Ministry of Interior, Migration Service", unlike "Migration Service, Ministry of Interior". */
    private Optional<Likeness> byHead(Reading whole, Reading part) {
        Unit head = part.head();
        return head == null || !whole.above().isEmpty()
                ? Optional.empty()
                : whole.units().stream()
                        .filter(unit -> score(unit, head) >= WORTH_A_LOOK)
                        .findFirst()
                        .map(unit -> new Likeness(LEAST, "One may be a part of the other. " + because(unit, head)));
    }

    private Optional<Likeness> bySense(Reading one, Reading other) {
        double best = 0;
        String because = "";
        for (Unit unit : one.units()) {
            for (Unit another : other.units()) {
                double score = score(unit, another);
                if (score > best) {
                    best = score;
                    because = because(unit, another);
                }
            }
        }
        if (best < WORTH_A_LOOK || contradict(one.above(), other.above())) {
            return Optional.empty();
        }
        return Optional.of(likeness(best, because));
    }

    /** Two directorates of diaspora, one of foreign affairs and one of interior. */
    private boolean contradict(List<Unit> one, List<Unit> other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && one.stream()
                        .noneMatch(unit -> other.stream().anyMatch(another -> score(unit, another) >= WORTH_A_LOOK));
    }

    private double score(Unit one, Unit other) {
        return one.isEmpty() || other.isEmpty() ? 0 : ofMeaning(one, other);
    }

    private double ofMeaning(Unit one, Unit other) {
        return ofSubjects(one.subjects(), other.subjects())
                * (SUBJECT_ALONE + (1 - SUBJECT_ALONE) * ofBodies(one.bodies(), other.bodies()));
    }

    /** Between the share that both say of all that is said, and of what the shorter says: it may be a part of the longer. */
    private static double ofSubjects(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        int both = shared(one, other).size();
        int shorter = Math.min(one.size(), other.size());
        if (shorter == 0) {
            return 0;
        }
        double share = (both / (double) (one.size() + other.size() - both) + both / (double) shorter) / 2;
        boolean isSurnamed = both == shorter && Spelling.isAlike(first(one), first(other));
        return isSurnamed ? Math.max(share, FIRST_NAME) : share;
    }

    private static String first(Set<String> subjects) {
        return subjects.iterator().next();
    }

    private double ofBodies(Set<String> one, Set<String> other) {
        if (one.equals(other)) {
            return 1;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return NO_BODY;
        }
        if (one.containsAll(other) || other.containsAll(one)) {
            return ONE_WITHIN_THE_OTHER;
        }
        boolean alike = one.stream().anyMatch(body -> other.stream().anyMatch(b -> vocabulary.isLike(body, b)));
        return alike ? TAKEN_FOR_EACH_OTHER : 0;
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
        Set<String> left = new HashSet<>(other);
        Set<String> shared = new TreeSet<>();
        for (String word : one) {
            left.stream()
                    .filter(another -> Spelling.isAlike(word, another))
                    .min(String::compareTo)
                    .ifPresent(found -> {
                        left.remove(found);
                        shared.add(word);
                    });
        }
        return shared;
    }

    private String because(Unit one, Unit other) {
        Set<String> both = shared(one.subjects(), other.subjects());
        Set<String> more = new TreeSet<>(one.subjects());
        more.addAll(other.subjects());
        more.removeIf(word -> both.stream().anyMatch(said -> Spelling.isAlike(said, word)));
        Set<String> bodies = new TreeSet<>(one.bodies());
        bodies.retainAll(other.bodies());
        String sense = labels(bodies, both);
        String body =
                bodies.isEmpty() && !one.bodies().isEmpty() && !other.bodies().isEmpty()
                        ? "; %s may be another word for %s"
                                .formatted(labels(one.bodies(), Set.of()), labels(other.bodies(), Set.of()))
                        : "";
        return more.isEmpty()
                ? "Both say the same: %s%s.".formatted(sense, body)
                : "Both say %s; only one of them says %s%s.".formatted(sense, labels(Set.of(), more), body);
    }

    private String labels(Set<String> bodies, Set<String> subjects) {
        List<String> words = new ArrayList<>();
        bodies.forEach(body -> words.add(vocabulary.label(body)));
        subjects.forEach(subject -> words.add(vocabulary.label(subject)));
        return String.join(", ", words);
    }

    private static String capitals(Set<String> abbreviations) {
        return abbreviations.stream().map(one -> one.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static Likeness likeness(double score, String because) {
        int percent = (int) Math.round(score * ALL_BUT_THE_SAME);
        return new Likeness(Math.max(percent, LEAST), because);
    }
}
