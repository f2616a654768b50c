package eu.mieux.preimplementation.eligibility;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.eligibility.Finding.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, as of the day of submission (design, The domain, Eligibility). Instruments, their countries and the dates
 * from which types of authority may ask are dated code lists with their sources; the rules are here:
 *
 * <ol>
 *   <li>there is an authority that asks, and a country that it asks for,
 *   <li>every country that it is for, or that an asking authority is of, is covered by an instrument in force,
 *   <li>every authority is of a type that may ask on that day,
 *   <li>civil society asks only jointly with a public authority.
 * </ol>
 */
@ApplicationScoped
public class EligibilityRules {

    private final CodeLists codes;

    EligibilityRules(CodeLists codes) {
        this.codes = codes;
    }

    /**
     * An authority that asks.
     *
     * @param country where it is; null for a regional organisation, and where it is not said
     */
    public record Asking(String name, String type, @Nullable String country) {}

    public Eligibility check(LocalDate on, List<Asking> authorities, List<String> countries) {
        List<Finding> findings = new ArrayList<>();
        if (authorities.isEmpty()) {
            findings.add(missing("authority-asks", "No authority is named that asks."));
        }
        if (countries.isEmpty()) {
            findings.add(missing("country-covered", "No country is named that it is for."));
        }
        Stream.concat(
                        countries.stream(),
                        authorities.stream().map(Asking::country).filter(Objects::nonNull))
                .distinct()
                .forEach(country -> findings.add(coverage(country, on)));
        authorities.forEach(authority -> findings.add(mayAsk(authority, on)));
        boolean aPublicOneAsks = authorities.stream().anyMatch(this::isPublic);
        authorities.stream()
                .filter(authority -> type(authority).is("only_jointly"))
                .forEach(authority -> findings.add(jointly(authority, aPublicOneAsks)));
        return Eligibility.of(findings);
    }

    private static Finding missing(String rule, String because) {
        return new Finding("request", rule, Verdict.FAILED, because, "The domain, Request");
    }

    private Finding coverage(String country, LocalDate on) {
        String name = codes.list("countries")
                .find(country)
                .map(c -> c.label(Locale.ENGLISH))
                .orElse(country);
        List<Code> covering = codes.list("country-instruments").where("country", country, on);
        if (covering.isEmpty()) {
            return notCovered(country, name, on);
        }
        Code cover = covering.getFirst();
        String instrument = cover.required("instrument");
        String words = codes.list("instruments")
                .find(instrument, on)
                .map(c -> " (%s)".formatted(c.label(Locale.ENGLISH)))
                .orElse("");
        return new Finding(
                country,
                "country-covered",
                Verdict.PASSED,
                "%s is covered by %s%s on %s.".formatted(name, instrument, words, on),
                cover.required("source"));
    }

    /** Says what comes nearest, for whoever asks too late or too early. */
    private Finding notCovered(String country, String name, LocalDate on) {
        String because = "%s is covered by no instrument in force on %s".formatted(name, on);
        List<Code> ever = codes.list("country-instruments").where("country", country);
        Optional<Code> before = ever.stream()
                .filter(row ->
                        row.validity().to() != null && row.validity().to().isBefore(on))
                .max(Comparator.comparing(row -> row.validity().to()));
        Optional<Code> after = ever.stream()
                .filter(row ->
                        row.validity().from() != null && row.validity().from().isAfter(on))
                .min(Comparator.comparing(row -> row.validity().from()));
        String rest = before.map(row -> "; %s covered it until %s"
                                .formatted(
                                        row.required("instrument"),
                                        row.validity().to()))
                        .orElse("")
                + after.map(row -> "; %s covers it from %s on"
                                .formatted(
                                        row.required("instrument"),
                                        row.validity().from()))
                        .orElse("");
        return new Finding(
                country,
                "country-covered",
                Verdict.FAILED,
                because + rest + ".",
                before.or(() -> after)
                        .map(row -> row.required("source"))
                        .orElse("Code list country-instruments: none of the instruments covers it"));
    }

    private Finding mayAsk(Asking authority, LocalDate on) {
        Code type = type(authority);
        Optional<LocalDate> from = type.attribute("eligible_from").map(LocalDate::parse);
        boolean may = from.isEmpty() || !on.isBefore(from.get());
        String words = type.label(Locale.ENGLISH);
        String because = from.map(day ->
                        "%s: %s may ask from %s on; this request is of %s.".formatted(authority.name(), words, day, on))
                .orElseGet(() -> "%s: %s may ask.".formatted(authority.name(), words));
        return new Finding(
                authority.name(),
                "authority-type-may-ask",
                may ? Verdict.PASSED : Verdict.FAILED,
                because,
                type.required("source"));
    }

    private Finding jointly(Asking authority, boolean aPublicOneAsks) {
        return new Finding(
                authority.name(),
                "civil-society-jointly",
                aPublicOneAsks ? Verdict.PASSED : Verdict.FAILED,
                aPublicOneAsks
                        ? "%s asks jointly with a public authority.".formatted(authority.name())
                        : "%s asks alone; it may ask only jointly with a public authority.".formatted(authority.name()),
                type(authority).required("source"));
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
