package eu.mieux.preimplementation.naming;

import eu.mieux.chassis.codelist.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * With which letters an institution may be abbreviated in another language than that of its name: APCI, of the Peruvian Agency
 * for International Cooperation. Each language has other initials for the same words, and puts them in another order.
 */
final class Initials {

    private static final int SHORTEST = 3;

    /** Of a name with more parts that may be left out, there would be more abbreviations than can be tried. */
    private static final int MOST_LEFT_OUT = 3;

    /** What a word does in the name. */
    private enum Role {
        BODY,
        /** The country, "national", "general": in front, behind, or left out. */
        ATTRIBUTE,
        SUBJECT
    }

    /** "National Employment Agency", "National Institute of Statistics". */
    private static final List<List<Role>> ENGLISH =
            List.of(List.of(Role.ATTRIBUTE, Role.SUBJECT, Role.BODY), List.of(Role.ATTRIBUTE, Role.BODY, Role.SUBJECT));

    /** "Agencia Nacional de Empleo", "Agencia de Empleo del Perú". */
    private static final List<List<Role>> OTHERS =
            List.of(List.of(Role.BODY, Role.ATTRIBUTE, Role.SUBJECT), List.of(Role.BODY, Role.SUBJECT, Role.ATTRIBUTE));

    /** A word or phrase, and the letters that it may give in a language. */
    private record Part(Role role, Function<String, List<String>> letters) {}

    private final List<String> words;
    private final CountryNames country;
    private final Vocabulary vocabulary;

    /** @param words of the body itself, without what it belongs to */
    Initials(List<String> words, CountryNames country, Vocabulary vocabulary) {
        this.words = words;
        this.country = country;
        this.vocabulary = vocabulary;
    }

    /** The language in which the abbreviation has the initials of this name; none where it is known to stand for something. */
    Optional<String> languageOf(String abbreviation) {
        List<Part> parts = parts();
        return isTelling(parts, abbreviation.length())
                        && vocabulary.standsFor(abbreviation).isEmpty()
                ? vocabulary.languages().stream()
                        .filter(language -> fits(abbreviation, parts, language))
                        .findFirst()
                : Optional.empty();
    }

    /** Of a body without a subject, or the other way round, too many are abbreviated alike; and each of them gives a letter. */
    private static boolean isTelling(List<Part> parts, int letters) {
        long bodies = parts.stream().filter(part -> part.role() == Role.BODY).count();
        long subjects =
                parts.stream().filter(part -> part.role() == Role.SUBJECT).count();
        return letters >= SHORTEST
                && bodies > 0
                && subjects > 0
                && bodies + subjects <= letters
                && parts.size() <= letters + MOST_LEFT_OUT;
    }

    /** A language that has no word for a part has no abbreviation of it. */
    private static boolean fits(String abbreviation, List<Part> parts, String language) {
        return parts.stream().noneMatch(part -> part.letters().apply(language).isEmpty())
                && (language.equals("en") ? ENGLISH : OTHERS)
                        .stream()
                                .anyMatch(order -> pattern(parts, order, language)
                                        .matcher(abbreviation)
                                        .matches());
    }

    private static Pattern pattern(List<Part> parts, List<Role> order, String language) {
        return Pattern.compile(parts.stream()
                .sorted(Comparator.comparingInt(part -> order.indexOf(part.role())))
                .map(part -> part.letters().apply(language).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?:", part.role() == Role.ATTRIBUTE ? ")?" : ")")))
                .collect(Collectors.joining()));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            List<String> word = words.subList(at, at + 1);
            Optional<Vocabulary.Phrase> phrase = vocabulary.phraseAt(words.subList(at, words.size()));
            if (phrase.isPresent()) {
                part(phrase.get().concept(), word).ifPresent(parts::add);
            } else if (country.isNamedBy(word.getFirst())) {
                parts.add(new Part(Role.ATTRIBUTE, _ -> country.initials()));
            } else {
                parts.add(new Part(Role.SUBJECT, _ -> List.of(of(word))));
            }
            at += phrase.map(Vocabulary.Phrase::length).orElse(1);
        }
        return parts;
    }

    private Optional<Part> part(Code concept, List<String> word) {
        return switch (concept.required("kind")) {
            case "BODY" -> Optional.of(new Part(Role.BODY, language -> usual(concept, language)));
            case "SUBJECT" -> Optional.of(new Part(Role.SUBJECT, language -> vocabulary.initials(concept, language)));
            default ->
                vocabulary.isSmall(word.getFirst())
                        ? Optional.empty()
                        : Optional.of(new Part(
                                Role.ATTRIBUTE,
                                language -> Stream.concat(Stream.of(of(word)), usual(concept, language).stream())
                                        .distinct()
                                        .toList()));
        };
    }

    /** Of the form that it usually has in a language. */
    private List<String> usual(Code concept, String language) {
        return vocabulary.initials(concept, language).stream().limit(1).toList();
    }

    /** The first letter of each. */
    static String of(List<String> words) {
        StringBuilder initials = new StringBuilder();
        words.forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
        return initials.toString();
    }
}
