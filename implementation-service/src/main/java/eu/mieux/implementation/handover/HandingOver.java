package eu.mieux.implementation.handover;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Reaction;
import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.implementation.action.Conducting;
import eu.mieux.implementation.action.EndorsedFiche;
import eu.mieux.implementation.activity.ForeseenActivity;
import eu.mieux.implementation.activity.Planning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The endorsement of an Action Fiche hands its Action over: it appears here, with the Activities that the fiche foresees. */
@ApplicationScoped
class HandingOver implements Reaction {

    private final Conducting conducting;
    private final Planning planning;

    HandingOver(Conducting conducting, Planning planning) {
        this.conducting = conducting;
        this.planning = planning;
    }

    @Override
    public Set<String> reactsTo() {
        return Set.of("action-fiche");
    }

    @Override
    public void on(ReceivedEvent event) {
        JsonNode fiche = event.state();
        if (!fiche.required("status").asText().equals("ENDORSED")) {
            return;
        }
        EndorsedFiche endorsed = endorsed(fiche);
        if (conducting.prepare(endorsed)) {
            planning.foresee(endorsed.requestReference(), foreseen(fiche));
        }
    }

    private static EndorsedFiche endorsed(JsonNode fiche) {
        return new EndorsedFiche(
                fiche.required("requestReference").asText(),
                fiche.required("actionName").asText(),
                fiche.required("region").asText(),
                texts(fiche.required("countries")),
                text(fiche, "regionalOrganisation"),
                fiche.required("pillar").asText(),
                texts(fiche.required("themes")),
                text(fiche, "objective"),
                text(fiche, "officer"),
                texts(fiche.required("authorityKeys")));
    }

    private static List<ForeseenActivity> foreseen(JsonNode fiche) {
        return StreamSupport.stream(fiche.required("activities").spliterator(), false)
                .map(HandingOver::foreseenOne)
                .toList();
    }

    private static ForeseenActivity foreseenOne(JsonNode activity) {
        JsonNode days = activity.path("days");
        return new ForeseenActivity(
                activity.required("number").asInt(),
                activity.required("type").asText(),
                activity.required("title").asText(),
                activity.required("modality").asText(),
                text(activity, "plannedMonth"),
                days.isNumber() ? days.asInt() : null,
                text(activity, "country"),
                text(activity, "city"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
