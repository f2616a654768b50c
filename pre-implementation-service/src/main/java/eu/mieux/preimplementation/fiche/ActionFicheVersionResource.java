package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.preimplementation.difference.Difference;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The versions of Action Fiches over HTTP: all that were ever saved, and how any two differ. */
@Path("/api/v1/action-fiches/{idOrReference}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Action Fiches")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
@APIResponse(responseCode = "404", description = "Absent, or out of your sight")
public class ActionFicheVersionResource {

    private final ActionFiches fiches;
    private final FicheVersions versions;

    ActionFicheVersionResource(ActionFiches fiches, FicheVersions versions) {
        this.fiches = fiches;
        this.versions = versions;
    }

    @GET
    @Transactional
    @Operation(summary = "List the versions of an Action Fiche", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of versions")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<FicheVersionView.Listed> list(
            @PathParam("idOrReference") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        ActionFiche fiche = fiches.get(id);
        int before = Math.clamp(Cursor.of(cursor).number((long) Integer.MAX_VALUE), 0, Integer.MAX_VALUE);
        List<FicheVersions.Line> found = versions.page(fiche, before, bounded + 1);
        return Page.of(found, bounded, v -> Cursor.at(v.number())).map(v -> FicheVersionView.Listed.of(fiche, v));
    }

    @GET
    @Path("/{number}")
    @Transactional
    @Operation(
            summary = "Read a version of an Action Fiche",
            description = "What was written in it, who saved it, and who endorsed it.")
    @APIResponse(responseCode = "200", description = "What it said, who saved it and who endorsed it")
    public FicheVersionView get(@PathParam("idOrReference") String id, @PathParam("number") int number) {
        ActionFiche fiche = fiches.get(id);
        return FicheVersionView.of(fiche, versions.get(fiche, number));
    }

    @GET
    @Path("/{number}/differences")
    @Transactional
    @Operation(summary = "Compare a version of an Action Fiche with another", description = """
                    What has become of it since `from`, section by section and field by field; texts word by word. What is listed is matched by what identifies
                    it (an Activity by its number, a budget line by its label), or else by likeness, wherever it stands.""")
    @APIResponse(responseCode = "200", description = "The differences; no sections when both say the same")
    public Difference differences(
            @PathParam("idOrReference") String id,
            @PathParam("number") int number,
            @Parameter(
                            description =
                                    "The version to compare with, older or newer; the one before when absent. The first version by itself is compared with an empty fiche")
                    @QueryParam("from")
                    @Nullable
                    Integer from) {
        ActionFiche fiche = fiches.get(id);
        FicheVersion to = versions.get(fiche, number);
        int other = from == null ? number - 1 : from;
        return Difference.between(
                other,
                from == null && number == 1 ? null : versions.get(fiche, other).content(),
                number,
                to.content());
    }
}
