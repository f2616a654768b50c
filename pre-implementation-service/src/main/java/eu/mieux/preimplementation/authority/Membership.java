package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which countries belong to a regional organisation, as of a day (code lists {@code regional-organisations} and {@code -members}). */
@ApplicationScoped
public class Membership {

    private final CodeLists codes;

    Membership(CodeLists codes) {
        this.codes = codes;
    }

    /**
     * A member.
     *
     * @param country ISO 3166-1 alpha-2
     * @param source where it is written
     */
    @Schema(name = "OrganisationMember")
    record Member(
            String country,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String source) {}

    /**
     * The members of an organisation on a day.
     *
     * @param organisation code of the list {@code regional-organisations}; null when the list does not have it, and its members are not
     *     known
     */
    @Schema(name = "OrganisationMembers")
    record Members(@Nullable String organisation, LocalDate on, List<Member> members) {}

    Members of(@Nullable String organisation, LocalDate on) {
        Optional<String> code = codeOf(organisation);
        return new Members(
                code.orElse(null),
                on,
                code.stream()
                        .flatMap(one -> rows(one, on).stream())
                        .map(row -> new Member(
                                row.required("country"),
                                row.validity().from(),
                                row.validity().to(),
                                row.attribute("source").orElse(null)))
                        .toList());
    }

    /** Their codes; none when the organisation is not on the list. */
    public List<String> countries(@Nullable String organisation, LocalDate on) {
        return of(organisation, on).members().stream().map(Member::country).toList();
    }

    /** The organisations to which one of these countries belongs, by their codes and the names that portfolios give them. */
    List<String> among(Collection<String> countries, LocalDate on) {
        return codes.list("regional-organisation-members").on(on).stream()
                .filter(member -> countries.contains(member.required("country")))
                .map(member -> member.required("regional_organisation"))
                .distinct()
                .flatMap(code -> Stream.concat(
                        Stream.of(code),
                        codes.list("regional-organisations").find(code).stream()
                                .flatMap(organisation -> organisation.attribute("name").stream())))
                .toList();
    }

    private List<Code> rows(String code, LocalDate on) {
        return codes.list("regional-organisation-members").where("regional_organisation", code, on);
    }

    /** Whether these mean one organisation: by its code, by the name that a portfolio gives it, or by the same words. */
    boolean isSame(String organisation, String other) {
        Optional<String> code = codeOf(organisation);
        return code.isPresent() ? code.equals(codeOf(other)) : organisation.equalsIgnoreCase(other);
    }

    /** By its code, or by a name that the list or a portfolio gives it, in capitals or not. */
    public Optional<String> codeOf(@Nullable String organisation) {
        if (organisation == null) {
            return Optional.empty();
        }
        return codes.list("regional-organisations").rows().stream()
                .filter(listed -> names(listed).anyMatch(organisation.strip()::equalsIgnoreCase))
                .map(Code::code)
                .findFirst();
    }

    private static Stream<String> names(Code organisation) {
        return Stream.concat(
                Stream.of(organisation.code()),
                Stream.concat(organisation.attribute("name").stream(), organisation.labels().values().stream()));
    }
}
