package eu.mieux.preimplementation.naming;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that institutions are named with, in the facility's languages (code list {@code institution-words}). A row is a concept with
 * its forms in each language; its kind says what it does in a name:
 *
 * <ul>
 *   <li>{@code BODY}: what kind of body it is (ministry, agency); {@code rank} tells a ministry (1) from its units, {@code like} which
 *       other bodies translators take it for,
 *   <li>{@code SUBJECT}: what it is in charge of,
 *   <li>{@code NOISE}: what tells nothing apart (of, republic, national),
 *   <li>{@code SHORT}: abbreviations, and which concepts they stand for.
 * </ul>
 */
@ApplicationScoped
class Vocabulary {

    private static final String MORE = ";";
    private static final List<String> FORMS = List.of("forms_en", "forms_fr", "forms_es");

    /** A run of words and what it means. */
    record Phrase(int length, Code concept) {}

    private final CodeLists codes;
    private final Map<List<String>, Code> phrases = new HashMap<>();
    private final Map<String, Code> abbreviations = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final int longest;

    Vocabulary(CodeLists codes) {
        this.codes = codes;
        for (Code concept : codes.list("institution-words").rows()) {
            FORMS.stream()
                    .flatMap(column -> parts(concept, column))
                    .map(Words::of)
                    .forEach(words -> {
                        phrases.putIfAbsent(words, concept);
                        known.addAll(words);
                    });
            parts(concept, "abbreviations").forEach(one -> abbreviations.putIfAbsent(Words.folded(one), concept));
        }
        longest = phrases.keySet().stream().mapToInt(List::size).max().orElse(1);
    }

    /** The longest phrase with which these words begin. */
    Optional<Phrase> phraseAt(List<String> words) {
        for (int length = Math.min(longest, words.size()); length > 0; length--) {
            Code concept = phrases.get(words.subList(0, length));
            if (concept != null) {
                return Optional.of(new Phrase(length, concept));
            }
        }
        return Optional.empty();
    }

    /** The word, or the known word that it is a slip of the pen for. */
    String corrected(String word) {
        return known.contains(word)
                ? word
                : known.stream()
                        .filter(one -> Spelling.isAlike(word, one))
                        .min(Comparator.comparingInt((String one) -> Spelling.slips(word, one))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElse(word);
    }

    /** What an abbreviation is known to stand for. */
    List<Code> standsFor(String abbreviation) {
        Code concept = abbreviations.get(abbreviation);
        if (concept == null) {
            return List.of();
        }
        List<String> named = parts(concept, "stands_for").toList();
        return named.isEmpty()
                ? List.of(concept)
                : named.stream().map(this::concept).toList();
    }

    /** The body that a word of a name is short for: "Min. of Interior". */
    Optional<Code> bodyShort(String word) {
        return Optional.ofNullable(abbreviations.get(word))
                .filter(concept -> concept.required("kind").equals("BODY"));
    }

    Code concept(String code) {
        return codes.list("institution-words")
                .find(code)
                .orElseThrow(
                        () -> new IllegalStateException("institution-words names %s and has it not.".formatted(code)));
    }

    /** In words, for whoever is asked whether two institutions are one. */
    String label(String token) {
        return codes.list("institution-words")
                .find(token)
                .map(concept -> concept.label(Locale.ENGLISH).toLowerCase(Locale.ROOT))
                .orElse(token);
    }

    /** Whether translators take one for the other. */
    boolean isLike(String body, String other) {
        return parts(concept(body), "like").anyMatch(other::equals)
                || parts(concept(other), "like").anyMatch(body::equals);
    }

    /** Smaller is higher: a ministry is 1, its directorate 4. */
    int rank(String body) {
        return concept(body).number("rank").intValue();
    }

    /** What a country is called, in every language, as words. */
    List<List<String>> namesOf(String country) {
        List<List<String>> names = new ArrayList<>();
        codes.list("countries").rows().stream()
                .filter(row -> row.code().equals(country))
                .flatMap(row -> row.labels().values().stream())
                .map(Words::of)
                .distinct()
                .forEach(names::add);
        return names;
    }

    private static Stream<String> parts(Code concept, String column) {
        return concept.attribute(column).stream()
                .flatMap(cell -> Arrays.stream(cell.split(MORE, -1)))
                .filter(part -> !part.isBlank());
    }
}
