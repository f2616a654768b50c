package eu.mieux.preimplementation.naming;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.naming.Reading.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the names of institutions, in whatever language, and says how alike two of them are. */
@ApplicationScoped
public class InstitutionNames {

    /** Where a name may go over to another body: a comma, a bracket, a slash, a dash between blanks. */
    private static final Pattern BREAK = Pattern.compile("[,;/()\\[\\]:،؛]|\\s[-–—]\\s");

    private static final Pattern ABBREVIATION = Pattern.compile("(?=(?:.*\\p{Lu}){2})[\\p{Lu}][\\p{L}\\p{N}.]{1,11}");
    private static final Pattern SMALL_LETTER = Pattern.compile("\\p{Ll}");
    private static final Set<String> ARTICLES = Set.of("the", "la", "le", "les", "l", "el", "los", "las", "d");

    private final Vocabulary vocabulary;

    InstitutionNames(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Outside of a running service: tests. */
    static InstitutionNames of(CodeLists codes) {
        return new InstitutionNames(new Vocabulary(codes));
    }

    /**
     * How alike two names of institutions in one country are.
     *
     * @param country whose name tells nothing apart there; null for what is in no country
     * @return empty when nobody would take them for one institution
     */
    public Optional<Likeness> compare(String one, String other, @Nullable String country) {
        return likenessTo(one, country).apply(other);
    }

    /** As {@link #compare}, of one name with many others. */
    public Function<String, Optional<Likeness>> likenessTo(String one, @Nullable String country) {
        Comparing comparing = new Comparing(vocabulary);
        CountryNames names = new CountryNames(country == null ? List.of() : vocabulary.namesOf(country));
        Reading reading = read(one, names);
        return other -> comparing.compare(reading, read(other, names));
    }

    private Reading read(String name, CountryNames country) {
        Set<String> abbreviations = new TreeSet<>();
        List<Unit> segments = new ArrayList<>();
        boolean shouted = !SMALL_LETTER.matcher(name).find();
        boolean bare = ABBREVIATION.matcher(name.strip()).matches();
        for (String part : BREAK.split(name, -1)) {
            List<String> left = new ArrayList<>();
            boolean alone = ABBREVIATION.matcher(part.strip()).matches();
            for (String word : part.strip().split("\\s+", -1)) {
                String folded = Words.folded(word.replace(".", ""));
                if (ABBREVIATION.matcher(word).matches() && (!shouted || bare) && !isWord(folded, alone)) {
                    abbreviations.add(folded);
                } else {
                    left.addAll(Words.of(word));
                }
            }
            take(understood(country.without(left)), segments);
        }
        if (segments.isEmpty()) {
            segments.add(abbreviated(abbreviations));
        }
        List<String> first = Words.of(BREAK.split(name, 2)[0]);
        List<String> spoken = country.without(first).stream()
                .filter(word -> !vocabulary.isSmall(word))
                .toList();
        // What is named beside a higher body belongs to it; "Ministry of Interior, Migration Service" is the service.
        int lowest = segments.stream().mapToInt(this::rank).max().orElse(0);
        List<Unit> units = new ArrayList<>();
        List<Unit> above = new ArrayList<>();
        segments.forEach(segment -> (rank(segment) == lowest ? units : above).add(segment));
        Unit head = rank(segments.getFirst()) < lowest ? segments.getFirst() : null;
        Initials translated = new Initials(first, country, vocabulary);
        return new Reading(name, units, above, head, abbreviations, initials(first), spoken, translated, bare);
    }

    /** A part without a body of its own goes on with the one before: "Employment, Labour and Social Affairs". */
    private static void take(Unit next, List<Unit> segments) {
        if (next.isEmpty()) {
            return;
        }
        boolean goesOn = !segments.isEmpty()
                && (next.bodies().isEmpty() || next.subjects().isEmpty());
        if (!goesOn) {
            segments.add(next);
            return;
        }
        Unit last = segments.removeLast();
        Set<String> bodies = new TreeSet<>(last.bodies());
        bodies.addAll(next.bodies());
        Set<String> subjects = new LinkedHashSet<>(last.subjects());
        subjects.addAll(next.subjects());
        segments.add(new Unit(bodies, subjects));
    }

    /** "NGO" is abbreviated everywhere, and tells nobody apart; "DOS" is the Portuguese "of the", unless it stands alone. */
    private boolean isWord(String folded, boolean alone) {
        return vocabulary.phraseAt(List.of(folded)).isPresent() && !(alone && vocabulary.isSmall(folded));
    }

    private Unit understood(List<String> words) {
        Set<String> bodies = new TreeSet<>();
        Set<String> subjects = new LinkedHashSet<>();
        List<String> corrected = words.stream().map(vocabulary::corrected).toList();
        int at = 0;
        while (at < words.size()) {
            Optional<Vocabulary.Phrase> phrase = vocabulary.phraseAt(corrected.subList(at, words.size()));
            if (phrase.isEmpty()) {
                String word = words.get(at);
                vocabulary.bodyShort(word).ifPresentOrElse(body -> bodies.add(body.code()), () -> subjects.add(word));
                at++;
                continue;
            }
            sort(phrase.get().concept(), bodies, subjects);
            at += phrase.get().length();
        }
        return new Unit(bodies, subjects);
    }

    private static void sort(Code concept, Set<String> bodies, Set<String> subjects) {
        switch (concept.required("kind")) {
            case "BODY" -> bodies.add(concept.code());
            case "SUBJECT" -> subjects.add(concept.code());
            default -> {
                // Noise tells nothing apart.
            }
        }
    }

    private Unit abbreviated(Set<String> abbreviations) {
        Set<String> bodies = new TreeSet<>();
        Set<String> subjects = new LinkedHashSet<>();
        abbreviations.stream()
                .flatMap(one -> vocabulary.standsFor(one).stream())
                .forEach(concept -> sort(concept, bodies, subjects));
        return new Unit(bodies, subjects);
    }

    /** What names no body that is known is taken for a unit. */
    private int rank(Unit unit) {
        return unit.bodies().stream()
                .map(vocabulary::rank)
                .min(Comparator.naturalOrder())
                .orElse(Integer.MAX_VALUE);
    }

    private Set<String> initials(List<String> words) {
        Set<String> initials = new HashSet<>();
        initials.add(Initials.of(words));
        initials.add(Initials.of(
                words.stream().filter(word -> !ARTICLES.contains(word)).toList()));
        initials.add(Initials.of(
                words.stream().filter(word -> !vocabulary.isSmall(word)).toList()));
        return initials;
    }
}
