package eu.mieux.preimplementation.eligibility;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.eligibility.Finding.Verdict;
import eu.mieux.preimplementation.wording.Saying;
import eu.mieux.preimplementation.wording.Saying.Abbreviation;
import eu.mieux.preimplementation.wording.Saying.Label;
import eu.mieux.preimplementation.wording.Saying.Phrase;
import eu.mieux.preimplementation.wording.Saying.Verbatim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, as of the day of submission (design, The domain, Eligibility). Instruments, their countries and the dates
 * from which types of authority may ask are dated code lists with their sources; the rules are here:
 *
 * <ol>
 *   <li>there is an authority that asks, and a country that it asks for,
 *   <li>every country that it is for, or that an asking authority is of, or that is a member of an asking regional organisation
 *       on that day, is covered by an instrument in force,
 *   <li>every authority is of a type that may ask on that day,
 *   <li>civil society asks only jointly with a public authority.
 * </ol>
 */
@ApplicationScoped
public class EligibilityRules {

    private static final String REGIONAL = "REGIONAL_ORGANISATION";

    private final CodeLists codes;

    EligibilityRules(CodeLists codes) {
        this.codes = codes;
    }

    /**
     * An authority that asks.
     *
     * @param name null where it is not said which it is
     * @param country where it is; null for a regional organisation, and where it is not said
     * @param members countries that belong to the regional organisation on the day of submission, as far as they are known
     */
    public record Asking(
            @Nullable String name, String type, @Nullable String country, List<String> members) {

        boolean isOfUnknownMembers() {
            return type.equals(REGIONAL) && members.isEmpty();
        }

        String subject() {
            return name == null ? type : name;
        }

        /** As it is called in a sentence. */
        Saying called() {
            return name == null ? ofType() : new Verbatim(name);
        }

        Label ofType() {
            return new Label("authority-types", type);
        }
    }

    public Eligibility check(LocalDate on, List<Asking> authorities, List<String> countries) {
        List<Finding> findings = new ArrayList<>();
        if (authorities.isEmpty()) {
            findings.add(missing("authority-asks", "nobodyAsks"));
        }
        List<String> members = authorities.stream()
                .flatMap(authority -> authority.members().stream())
                .toList();
        if (countries.isEmpty() && members.isEmpty()) {
            findings.add(missing("country-covered", "noCountry"));
        }
        Stream.of(
                        countries.stream(),
                        authorities.stream().map(Asking::country).filter(Objects::nonNull),
                        members.stream())
                .flatMap(Function.identity())
                .distinct()
                .forEach(country -> findings.add(coverage(country, on)));
        authorities.stream()
                .filter(Asking::isOfUnknownMembers)
                .forEach(authority -> findings.add(membersUnknown(authority, on)));
        authorities.forEach(authority -> findings.add(mayAsk(authority, on)));
        boolean aPublicOneAsks = authorities.stream().anyMatch(this::isPublic);
        authorities.stream()
                .filter(authority -> type(authority).is("only_jointly"))
                .forEach(authority -> findings.add(jointly(authority, aPublicOneAsks)));
        return Eligibility.of(findings);
    }

    private static Finding missing(String rule, String because) {
        return new Finding("request", rule, Verdict.FAILED, say(because), new Verbatim("The domain, Request"));
    }

    /** What nobody knows breaks no rule, but whoever reads the verdict is told what it does not go by. */
    private static Finding membersUnknown(Asking authority, LocalDate on) {
        return new Finding(
                authority.subject(),
                "country-covered",
                Verdict.PASSED,
                authority.name() == null
                        ? say("membersUnknown.unnamed", on)
                        : say("membersUnknown", authority.called(), on),
                say("membersUnknown.source"));
    }

    private Finding coverage(String country, LocalDate on) {
        List<Code> covering = codes.list("country-instruments").where("country", country, on);
        if (covering.isEmpty()) {
            return notCovered(country, on);
        }
        Code cover = covering.getFirst();
        return new Finding(
                country,
                "country-covered",
                Verdict.PASSED,
                say(
                        "covered",
                        new Label("countries", country),
                        instrument(cover, on),
                        new Label("instruments", cover.required("instrument"), on),
                        on),
                source(cover));
    }

    /** Says what comes nearest, for whoever asks too late or too early. */
    private Finding notCovered(String country, LocalDate on) {
        List<Code> ever = codes.list("country-instruments").where("country", country);
        Optional<Code> before = ever.stream()
                .filter(row ->
                        row.validity().to() != null && row.validity().to().isBefore(on))
                .max(Comparator.comparing(row -> row.validity().to()));
        Optional<Code> after = ever.stream()
                .filter(row ->
                        row.validity().from() != null && row.validity().from().isAfter(on))
                .min(Comparator.comparing(row -> row.validity().from()));
        List<Object> values = new ArrayList<>(List.of(new Label("countries", country), on));
        before.ifPresent(row -> add(values, row, row.validity().to()));
        after.ifPresent(row -> add(values, row, row.validity().from()));
        return new Finding(
                country,
                "country-covered",
                Verdict.FAILED,
                say(sentence(before.isPresent(), after.isPresent()), values.toArray()),
                before.or(() -> after).map(EligibilityRules::source).orElseGet(() -> say("notCovered.source")));
    }

    private static String sentence(boolean before, boolean after) {
        if (before) {
            return after ? "notCovered.between" : "notCovered.before";
        }
        return after ? "notCovered.after" : "notCovered";
    }

    private static void add(List<Object> values, Code cover, @Nullable LocalDate day) {
        LocalDate known = Objects.requireNonNull(day);
        values.add(instrument(cover, known));
        values.add(known);
    }

    private static Abbreviation instrument(Code cover, LocalDate on) {
        return new Abbreviation("instruments", cover.required("instrument"), on);
    }

    private Finding mayAsk(Asking authority, LocalDate on) {
        Code type = type(authority);
        Optional<LocalDate> from = type.attribute("eligible_from").map(LocalDate::parse);
        boolean may = from.isEmpty() || !on.isBefore(from.get());
        List<Object> values = new ArrayList<>(List.of(authority.ofType()));
        if (authority.name() != null) {
            values.add(authority.called());
        }
        from.ifPresent(day -> values.addAll(List.of(day, on)));
        return new Finding(
                authority.subject(),
                "authority-type-may-ask",
                may ? Verdict.PASSED : Verdict.FAILED,
                say(
                        "mayAsk" + (authority.name() == null ? ".unnamed" : "") + (from.isPresent() ? ".from" : ""),
                        values.toArray()),
                source(type));
    }

    private Finding jointly(Asking authority, boolean aPublicOneAsks) {
        return new Finding(
                authority.subject(),
                "civil-society-jointly",
                aPublicOneAsks ? Verdict.PASSED : Verdict.FAILED,
                say(aPublicOneAsks ? "jointly" : "alone", authority.called()),
                source(type(authority)));
    }

    private static Phrase say(String key, Object... values) {
        return Phrase.of("eligibility", key, values);
    }

    /** As the document is called. */
    private static Saying source(Code row) {
        return new Verbatim(row.required("source"));
    }

    private boolean isPublic(Asking authority) {
        return type(authority).is("public");
    }

    private Code type(Asking authority) {
        return codes.list("authority-types")
                .find(authority.type())
                .orElseThrow(() -> new IllegalArgumentException("No authority type " + authority.type()));
    }
}
