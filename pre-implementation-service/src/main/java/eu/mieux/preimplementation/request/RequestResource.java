package eu.mieux.preimplementation.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.InLanguage;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.preimplementation.eligibility.EligibilityView;
import eu.mieux.preimplementation.wording.Language;
import eu.mieux.preimplementation.wording.Languages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Requests over HTTP. What is out of a caller's sight ({@link RequestPolicy}) is absent: 404. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Requests", description = "From a draft to the decision")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class RequestResource {

    private final Requests requests;
    private final Drafting drafting;
    private final Submitting submitting;
    private final Pausing pausing;
    private final RequestEligibility eligibility;
    private final ShowingRequests showing;
    private final Languages languages;

    RequestResource(
            Requests requests,
            Drafting drafting,
            Submitting submitting,
            Pausing pausing,
            RequestEligibility eligibility,
            ShowingRequests showing,
            Languages languages) {
        this.requests = requests;
        this.drafting = drafting;
        this.submitting = submitting;
        this.pausing = pausing;
        this.eligibility = eligibility;
        this.showing = showing;
        this.languages = languages;
    }

    @GET
    @Operation(
            summary = "List requests",
            description = "Those in the caller's sight, the newest first unless told otherwise.")
    @APIResponse(responseCode = "200", description = "A page of requests")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(
            responseCode = "422",
            description = "A filter is no code of its list, or limit is not between 1 and 200")
    public Page<RequestListed> list(
            @CodeOf("request-statuses") @QueryParam("status") @Nullable RequestStatus status,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("country") @Nullable
                    String country,
            @Parameter(description = "Key of an asking authority") @QueryParam("authority") @Nullable String authority,
            @Parameter(description = "Code of the list themes: those that have it among their themes")
                    @CodeOf("themes")
                    @QueryParam("theme")
                    @Nullable
                    String theme,
            @Parameter(description = "Year of submission") @QueryParam("year") @Nullable Integer year,
            @Parameter(schema = @Schema(implementation = RequestSort.class)) @QueryParam("sort") @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<RequestListed> order = Order.of(RequestSort.class, sort, cursor);
        Requests.Filter filter =
                new Requests.Filter(status == null ? null : status.name(), country, authority, theme, year);
        return Page.of(requests.page(filter, order, bounded + 1), bounded, order::after);
    }

    @GET
    @Path("/{idOrReference}")
    @Transactional
    @Operation(summary = "Read a request", description = "By id or by reference.")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("idOrReference") String id) {
        return ok(requests.get(id));
    }

    @GET
    @Path("/{idOrReference}/eligibility")
    @Transactional
    @Operation(
            summary = "Explain a request's eligibility",
            description = "As of the day of its submission, or for a draft as of today; in the reader's language.")
    @APIResponse(
            responseCode = "200",
            description = "Whether it is eligible, and why",
            headers =
                    @Header(
                            name = "Content-Language",
                            description = "The language of `because`",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public RestResponse<EligibilityView> eligibility(
            @PathParam("idOrReference") String id,
            @Parameter(description = Languages.WANTED) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable
                    String acceptLanguage) {
        Language language = languages.accepted(acceptLanguage);
        return InLanguage.ok(EligibilityView.of(eligibility.of(requests.get(id)), language), language.locale());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"partner", "officer", "manager"})
    @Transactional
    @Operation(summary = "Draft a request", description = "Nothing is asked of anybody until it is submitted.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; Location is the request",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response draft(@Valid @NotNull Draft draft) {
        Request request = drafting.draft(draft);
        return ETags.created(URI.create("/api/v1/requests/" + request.id()), request, showing.view(request));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrReference}")
    @RolesAllowed({"partner", "officer", "manager"})
    @Transactional
    @Operation(summary = "Revise a draft", description = "The whole draft, in place of the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as revised",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Draft draft) {
        return ok(drafting.revise(id, ifMatch, draft));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrReference}")
    @RolesAllowed({"partner", "officer", "manager"})
    @Transactional
    @Operation(
            summary = "Change a part of a draft",
            description =
                    "The fields that are sent take the place of those before, and null empties one (RFC 7396); all others stay.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as changed",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = DraftChanges.Form.class))) @NotNull
                    ObjectNode changes)
            throws JsonProcessingException {
        return ok(drafting.change(id, ifMatch, changes));
    }

    @POST
    @Idempotent
    @Path("/{idOrReference}/submission")
    @RolesAllowed({"partner", "officer", "manager"})
    @Transactional
    @Operation(summary = "Submit a request", description = "It gets its reference YYYY-NN, gap-free in its year.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "Something is missing; errors list all of it")
    public Response submit(@PathParam("idOrReference") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(submitting.submit(id, ifMatch));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrReference}/withdrawal")
    @RolesAllowed({"partner", "manager"})
    @Transactional
    @Operation(summary = "Withdraw a request", description = "With the reason why; this is final.")
    @RequestAct
    public Response withdraw(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.Reason command) {
        return ok(pausing.withdraw(id, ifMatch, command.reason()));
    }

    private Response ok(Request request) {
        return ETags.ok(request, showing.view(request));
    }
}
