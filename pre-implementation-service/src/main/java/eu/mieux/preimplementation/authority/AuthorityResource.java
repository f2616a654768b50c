package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.history.HistoryEntry;
import eu.mieux.chassis.history.RecordHistory;
import eu.mieux.chassis.history.Told;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Authorities over HTTP. Whoever is signed in may look them up: they are public institutions. */
@Path("/api/v1/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Authorities", description = "Institutions that can ask for support")
public class AuthorityResource {

    /** Of focal points it is told that there are others, not who. */
    private static final Told TOLD = Told.of(
                    "authority",
                    "name",
                    "type",
                    "country",
                    "regional_organisation",
                    "provenance",
                    "merged_into",
                    "merge_reason")
            .and("authority_alias", "id", "name", "language")
            .andWhich("authority_contact", "id")
            .and("authority_distinction", "other_id", "confirmed_by");

    private static final int MOVED = 308;

    private final Authorities authorities;
    private final Registering registering;
    private final Merging merging;
    private final ShowingAuthorities showing;
    private final Membership membership;
    private final FacilityCalendar calendar;
    private final RecordHistory history;

    AuthorityResource(
            Authorities authorities,
            Registering registering,
            Merging merging,
            ShowingAuthorities showing,
            Membership membership,
            FacilityCalendar calendar,
            RecordHistory history) {
        this.authorities = authorities;
        this.registering = registering;
        this.merging = merging;
        this.showing = showing;
        this.membership = membership;
        this.calendar = calendar;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List authorities",
            description = "In the order in which they were registered; what was merged is left out.")
    public Page<AuthorityView> list(
            @Parameter(
                            description =
                                    "A name or alias, or a part of one; accents, capitals and slips of the pen are passed over")
                    @Size(max = 300, message = "At most 300 characters.")
                    @QueryParam("name")
                    @Nullable
                    String name,
            @CodeOf("countries") @QueryParam("country") @Nullable String country,
            @CodeOf("authority-types") @QueryParam("type") @Nullable AuthorityType type,
            @Parameter(schema = @Schema(implementation = AuthoritySort.class)) @QueryParam("sort") @DefaultValue("id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<AuthorityView> order = Order.of(AuthoritySort.class, sort, cursor);
        List<Authority> found = authorities.page(new Authorities.Filter(name, country, type), order, bounded + 1);
        return Page.of(found.stream().map(AuthorityView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(
            summary = "Read an authority",
            description = "By id or by key. One that was merged leads to the one that goes on for it.")
    @APIResponse(
            responseCode = "200",
            description = "The authority",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(
            responseCode = "308",
            description = "It was merged; Location is the one that goes on for it",
            headers =
                    @Header(
                            name = "Location",
                            required = true,
                            description = "The path of the authority that goes on",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is no such authority")
    public Response get(@PathParam("idOrKey") String idOrKey) {
        Authority authority = find(idOrKey);
        return authority
                .mergedInto()
                .flatMap(authorities::find)
                .map(AuthorityResource::moved)
                .orElseGet(() -> ok(authority));
    }

    @GET
    @Path("/{idOrKey}/members")
    @Transactional
    @Operation(
            operationId = "listAuthorityMembers",
            summary = "Read a regional organisation's members",
            description =
                    "The countries that belong to it on a day, with the source of each; today unless told otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "Its members; none, and no organisation, where the code list does not have it",
            content = @Content(schema = @Schema(implementation = Membership.Members.class)))
    @APIResponse(responseCode = "404", description = "There is no such authority, or it is no regional organisation")
    @APIResponse(responseCode = "422", description = "The day is out of bounds")
    public Membership.Members members(
            @PathParam("idOrKey") String idOrKey,
            @Parameter(description = "As of this day") @QueryParam("on") @Nullable LocalDate on) {
        Authority authority = find(idOrKey);
        if (authority.facts().type() != AuthorityType.REGIONAL_ORGANISATION) {
            throw new NotFound("regional organisation", idOrKey);
        }
        new InvalidFields.Check()
                .that(FacilityCalendar.holds(on), "/on", FacilityCalendar.OUT_OF_BOUNDS)
                .orRefuse();
        return membership.of(authority.facts().regionalOrganisation(), on == null ? calendar.today() : on);
    }

    @GET
    @Path("/{idOrKey}/history")
    @RolesAllowed({"officer", "manager", "auditor"})
    @Transactional
    @Operation(
            operationId = "listAuthorityHistory",
            summary = "Read what happened to an authority",
            description =
                    "Newest first: who changed what, before and after. Of focal points it is told that they changed, not who they are. A merged authority has its own history still.")
    @APIResponse(responseCode = "200", description = "A page of its history")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "There is no such authority")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<HistoryEntry> history(
            @PathParam("idOrKey") String idOrKey,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return history.page(find(idOrKey), TOLD, cursor, limit);
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Operation(
            summary = "Register an authority",
            description =
                    "It can ask for support from then on; its key is made from its name. Where it looks like one that there is already, under another spelling, language or abbreviation, the candidates are answered; it is registered all the same when distinctFrom names them.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location is the authority",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It looks like others; candidates names them",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = LikelyDuplicateProblem.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response register(@Valid @NotNull AuthorityCommand command) {
        Authority authority = registering.register(command);
        return ETags.created(at(authority), authority, showing.view(authority));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}")
    @RolesAllowed({"officer", "manager"})
    @Operation(summary = "Amend an authority", description = "Its name, type and place; its key stays.")
    @APIResponse(
            responseCode = "200",
            description = "The authority as amended",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "404", description = "There is no such authority")
    @APIResponse(
            responseCode = "409",
            description = "It was merged into another, or looks like others now; candidates names them",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = LikelyDuplicateProblem.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response amend(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommand command) {
        return ok(registering.amend(idOrKey, ifMatch, command));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}/merger")
    @RolesAllowed("manager")
    @Operation(
            operationId = "mergeAuthority",
            summary = "Merge an authority into another",
            description =
                    "They turned out to be one. Names and focal points go over to the one that goes on; requests and Action Fiches name that one from then on; id and key of the merged one lead to it. Nothing takes it back.")
    @APIResponse(
            responseCode = "200",
            description = "The authority that goes on",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "404", description = "There is no such authority")
    @APIResponse(responseCode = "409", description = "It was merged into yet another already")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(
            responseCode = "422",
            description = "Both are the same, or of two countries, or named by too many records; errors say what to do")
    public Response merge(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommands.Merge command) {
        return ok(merging.merge(idOrKey, ifMatch, command));
    }

    private Authority find(String idOrKey) {
        return authorities.find(idOrKey).orElseThrow(() -> new NotFound("authority", idOrKey));
    }

    private Response ok(Authority authority) {
        return ETags.ok(authority, showing.view(authority));
    }

    /** 308 and not 301: for good, and whatever the method was, it stays that one. */
    private static Response moved(Authority survivor) {
        return Response.status(MOVED).location(at(survivor)).build();
    }

    private static URI at(Authority authority) {
        return URI.create("/api/v1/authorities/" + authority.id());
    }
}
