package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Links to calendars over HTTP, and the calendars: each person's own, and all links for managers and auditors. */
@Path("/api/v1/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    "partner",
    "steering-member",
    "eu-delegation",
    "officer",
    "manager",
    "emm",
    "logistics",
    "monitoring",
    "knowledge",
    "communications"
})
@Tag(name = "Calendar feeds", description = "Deadlines and Activities for calendar programs")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class CalendarFeedResource {

    /** Of bytes; ten times the largest calendar. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private static final String PATH = "/api/v1/calendar-feeds/";
    private static final String CALENDAR = "text/calendar";

    private final CalendarFeeds feeds;
    private final Linking linking;
    private final String publicUrl;
    private final ReadingCalendars reading;

    CalendarFeedResource(
            CalendarFeeds feeds,
            Linking linking,
            ReadingCalendars reading,
            @ConfigProperty(name = "mieux.public-url") String publicUrl) {
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.feeds = feeds;
        this.linking = linking;
        this.reading = reading;
    }

    @GET
    @RolesAllowed({
        "partner",
        "steering-member",
        "eu-delegation",
        "officer",
        "manager",
        "emm",
        "logistics",
        "monitoring",
        "knowledge",
        "communications",
        "auditor"
    })
    @Operation(
            summary = "List calendar feeds",
            description =
                    "Newest first: your own; for managers and auditors all. Without their links, which are told once.")
    @APIResponse(responseCode = "200", description = "A page of calendar feeds")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<CalendarFeedView> list(
            @Parameter(description = "The subject of a token: whose they are") @QueryParam("owner") @Nullable
                    String owner,
            @Parameter(schema = @Schema(implementation = CalendarFeedSort.class))
                    @QueryParam("sort")
                    @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<CalendarFeedView> order = Order.of(CalendarFeedSort.class, sort, cursor);
        List<CalendarFeedView> found = feeds.page(owner, order, bounded + 1);
        return Page.of(found, bounded, order::after);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        "partner",
        "steering-member",
        "eu-delegation",
        "officer",
        "manager",
        "emm",
        "logistics",
        "monitoring",
        "knowledge",
        "communications",
        "auditor"
    })
    @Operation(summary = "Read a calendar feed", description = "Without its link, which is told when it is made.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar feed",
            content = @Content(schema = @Schema(implementation = CalendarFeedView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or not yours")
    public Response get(@PathParam("id") String id) {
        CalendarFeedView feed = feeds.get(id);
        return Response.ok(feed).tag(Long.toString(feed.version())).build();
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeCalendarFeed", summary = "Make a link to your calendar", description = """
                    Calendar programs cannot sign in: the link in the answer is what lets them read, so keep it as you keep a password. The calendar shows what you may
                    see at this time; make a new one when your rights have changed. It shows opinions that are awaited of your institution, conditions, endorsements and
                    Activities, from a year ago to two years ahead and at most 1,000 entries, those nearest to today. It tells no names of persons.""")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location is the calendar feed. The one answer with its link",
            content = @Content(schema = @Schema(implementation = CalendarFeedView.class)))
    @APIResponse(responseCode = "409", description = "You have as many calendar feeds as anybody may")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response make(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Valid @NotNull MakeCalendarFeed command) {
        Linking.Made made = linking.make(command, acceptLanguage);
        return ETags.created(
                URI.create(PATH + made.feed().id()),
                made.feed(),
                CalendarFeedView.made(
                        made.feed(), URI.create(publicUrl + PATH + made.secret().text() + ".ics")));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeCalendarFeed",
            summary = "Revoke the link to a calendar",
            description =
                    "At once: whoever asks by it is answered 404. What programs have read before stays with them.")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "Absent, or not yours")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revoke(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        linking.revoke(id, ifMatch);
        return Response.noContent().build();
    }

    @GET
    @Path("/{secret}.ics")
    @PermitAll
    @Produces(CALENDAR)
    @Operation(operationId = "readCalendar", summary = "Read a calendar by its link", description = """
                    For calendar programs, which subscribe to it: iCalendar (RFC 5545) in UTF-8. An entry keeps its UID whatever becomes of it, and counts its changes
                    (SEQUENCE, LAST-MODIFIED); what is cancelled says so, or is gone as what is done is. Programs are asked to look again after an hour. Needs no token.""")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            headers = @Header(name = "ETag", description = "Of its text", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = CALENDAR,
                            schema = @Schema(type = SchemaType.STRING, maxLength = LARGEST),
                            examples =
                                    @ExampleObject(
                                            name = "calendar",
                                            summary = "How it begins",
                                            value = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "No link to a calendar, or none any more")
    public Response read(
            @Parameter(description = "The secret of the link") @PathParam("secret") String secret,
            @Context Request request) {
        byte[] calendar = reading.read(new Secret(secret));
        EntityTag tag = new EntityTag(digest(calendar));
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        boolean isKnown =
                unchanged != null && unchanged.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
        return (isKnown ? Response.notModified() : Response.ok(calendar, CALENDAR + "; charset=UTF-8"))
                .tag(tag)
                // Asked for each time: a link that was revoked shows nothing more.
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static String digest(byte[] text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(Arrays.copyOf(sha256, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
