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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that institutions are named with, in every language that the code list {@code institution-words} has forms in. A row is a
 * concept with its forms in each; its kind says what it does in a name:
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
    private static final String SMALL_WORDS = "SMALL_WORDS";
    private static final String FORMS = "forms_";

    /** "And", "for", "in": Arabic writes them in one with the word that follows. */
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^[ولب](?=\\p{InArabic}{3})");

    /** A run of words and what it means. */
    record Phrase(int length, Code concept) {}

    private final CodeLists codes;
    private final List<String> languages;
    private final Map<List<String>, Code> phrases = new HashMap<>();
    private final Map<String, Code> abbreviations = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final int longest;

    Vocabulary(CodeLists codes) {
        this.codes = codes;
        this.languages = codes.list("institution-words").columns().stream()
                .filter(column -> column.startsWith(FORMS))
                .map(column -> column.substring(FORMS.length()))
                .toList();
        for (Code concept : codes.list("institution-words").rows()) {
            for (String language : languages) {
                parts(concept, FORMS + language).map(Words::of).forEach(words -> {
                    phrases.putIfAbsent(words, concept);
                    known.addAll(words);
                });
            }
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
        if (known.contains(word)) {
            return word;
        }
        String bare = ARABIC_PREFIX.matcher(word).replaceFirst("");
        return known.contains(bare)
                ? bare
                : known.stream()
                        .filter(one -> Spelling.isAlike(word, one))
                        .min(Comparator.comparingInt((String one) -> Spelling.slips(word, one))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElse(word);
    }

    /** In which there are forms. */
    List<String> languages() {
        return languages;
    }

    /** Those that the forms of a concept have in a language, its own first: "cooperación", "cooperación internacional" are c and ci. */
    List<String> initials(Code concept, String language) {
        return parts(concept, FORMS + language)
                .map(Words::of)
                .map(words -> words.stream().filter(word -> !isSmall(word)).toList())
                .map(Initials::of)
                .distinct()
                .toList();
    }

    /** Of, the, and: what abbreviations pass over. */
    boolean isSmall(String word) {
        return phraseAt(List.of(word))
                .filter(phrase -> phrase.concept().code().equals(SMALL_WORDS))
                .isPresent();
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

    /** What a country is called, as words: in the facility's languages, and in the others that there are forms in, as the Unicode CLDR has it. */
    List<List<String>> namesOf(String country) {
        List<List<String>> names = new ArrayList<>();
        codes.list("countries").rows().stream()
                .filter(row -> row.code().equals(country))
                .flatMap(row -> row.labels().values().stream())
                .map(Words::of)
                .forEach(names::add);
        languages.stream()
                .map(Locale::of)
                .map(Locale.of("", country)::getDisplayCountry)
                .map(Words::of)
                .forEach(names::add);
        return names.stream().distinct().toList();
    }

    private static Stream<String> parts(Code concept, String column) {
        return concept.attribute(column).stream()
                .flatMap(cell -> Arrays.stream(cell.split(MORE, -1)))
                .filter(part -> !part.isBlank());
    }
}
