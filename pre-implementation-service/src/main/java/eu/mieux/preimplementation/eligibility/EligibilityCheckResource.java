package eu.mieux.preimplementation.eligibility;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.http.InLanguage;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.preimplementation.authority.AuthorityType;
import eu.mieux.preimplementation.authority.Membership;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.wording.Language;
import eu.mieux.preimplementation.wording.Languages;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A question that anybody may ask before writing a letter. Nothing is kept of it. */
@Path("/api/v1/eligibility-checks")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Eligibility", description = "Who may ask, rule by rule")
public class EligibilityCheckResource {

    private static final String NO_COUNTRY = "This is no ISO 3166-1 alpha-2 country code.";

    private static final String FUTURE =
            "This day is still to come, and what will be in force then is not known for sure; ask as of today.";

    private final EligibilityRules rules;
    private final CodeLists codes;
    private final FacilityCalendar calendar;
    private final Languages languages;
    private final Membership membership;

    EligibilityCheckResource(
            EligibilityRules rules,
            CodeLists codes,
            FacilityCalendar calendar,
            Languages languages,
            Membership membership) {
        this.membership = membership;
        this.rules = rules;
        this.codes = codes;
        this.calendar = calendar;
        this.languages = languages;
    }

    /**
     * An authority that would ask.
     *
     * @param type code of the list {@code authority-types}
     * @param regionalOrganisation which one it is, by its code or name in the list {@code regional-organisations}; where it is left
     *     out, the name says so if it is one of these
     */
    @Schema(name = "AskingAuthority")
    record Authority(
            @NotNull(message = "Say what type of authority it is.")
            String type,

            @Nullable String country,
            @Nullable String name,
            @Nullable String regionalOrganisation) {}

    /**
     * What is asked.
     *
     * @param submittedOn the day as of which the rules are applied
     */
    @Schema(name = "EligibilityQuestion")
    record Question(
            @NotNull(message = "Say on which day the request would be submitted.")
            LocalDate submittedOn,

            @NotEmpty(message = "Name the asking authorities.") @Size(max = 20, message = "At most 20 authorities.")
            List<@Valid @NotNull(message = "Name the authority.") Authority> authorities,

            @NotEmpty(message = "Name the countries.") @Size(max = 60, message = "At most 60 countries.")
            List<@NotNull(message = "Name the country.") String> countries) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkEligibility",
            summary = "Would this request be eligible?",
            description =
                    "Computed as of the given day and explained rule by rule, in the reader's language. Needs no token; nothing is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The verdict and its findings",
            headers =
                    @Header(
                            name = "Content-Language",
                            description = "The language of `because`",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public RestResponse<EligibilityView> check(
            @Valid @NotNull Question question,
            @Parameter(description = Languages.WANTED) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable
                    String acceptLanguage) {
        InvalidFields.Check check = new InvalidFields.Check()
                .that(FacilityCalendar.holds(question.submittedOn()), "/submittedOn", FacilityCalendar.OUT_OF_BOUNDS)
                .that(
                        !FacilityCalendar.holds(question.submittedOn())
                                || !question.submittedOn().isAfter(calendar.today()),
                        "/submittedOn",
                        FUTURE);
        for (int i = 0; i < question.authorities().size(); i++) {
            check.that(
                    codes.list("authority-types")
                            .contains(question.authorities().get(i).type()),
                    "/authorities/" + i + "/type",
                    "One of " + String.join(", ", codes.list("authority-types").codes()) + ".");
            String country = question.authorities().get(i).country();
            check.that(
                    country == null || codes.list("countries").contains(country),
                    "/authorities/" + i + "/country",
                    NO_COUNTRY);
            String organisation = question.authorities().get(i).regionalOrganisation();
            check.that(
                            organisation == null
                                    || isRegional(question.authorities().get(i)),
                            "/authorities/" + i + "/regionalOrganisation",
                            "Only an authority of the type REGIONAL_ORGANISATION is one.")
                    .that(
                            organisation == null
                                    || membership.codeOf(organisation).isPresent(),
                            "/authorities/" + i + "/regionalOrganisation",
                            "One of "
                                    + String.join(
                                            ", ",
                                            codes.list("regional-organisations").codes())
                                    + ", or leave it out.");
            // Two town councils of one country may ask without saying which they are; one that says so asks once.
            check.that(
                    question.authorities().get(i).name() == null
                            || question.authorities()
                                            .indexOf(question.authorities().get(i))
                                    == i,
                    "/authorities/" + i,
                    "This authority is named twice; name each once.");
        }
        for (int i = 0; i < question.countries().size(); i++) {
            String country = question.countries().get(i);
            check.that(codes.list("countries").contains(country), "/countries/" + i, NO_COUNTRY);
            check.that(
                    question.countries().indexOf(country) == i,
                    "/countries/" + i,
                    "This country is named twice; name each once.");
        }
        check.orRefuse();
        Eligibility eligibility = rules.check(
                question.submittedOn(),
                question.authorities().stream()
                        .map(a -> asking(a, question.submittedOn()))
                        .toList(),
                question.countries());
        Language language = languages.accepted(acceptLanguage);
        return InLanguage.ok(EligibilityView.of(eligibility, language), language.locale());
    }

    private EligibilityRules.Asking asking(Authority authority, LocalDate on) {
        String organisation =
                Objects.requireNonNullElse(authority.regionalOrganisation(), Objects.toString(authority.name(), ""));
        return new EligibilityRules.Asking(
                authority.name() == null ? authority.regionalOrganisation() : authority.name(),
                authority.type(),
                authority.country(),
                isRegional(authority) ? membership.countries(organisation, on) : List.of());
    }

    private static boolean isRegional(Authority authority) {
        return AuthorityType.REGIONAL_ORGANISATION.name().equals(authority.type());
    }
}
