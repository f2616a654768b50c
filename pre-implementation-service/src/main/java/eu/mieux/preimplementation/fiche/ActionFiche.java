package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.FicheContentColumn;
import eu.mieux.preimplementation.fiche.FicheEvent.ActionFicheAuthorityMerged;
import eu.mieux.preimplementation.fiche.FicheEvent.ActionFicheDrafted;
import eu.mieux.preimplementation.fiche.FicheEvent.ActionFicheEndorsed;
import eu.mieux.preimplementation.fiche.FicheEvent.ActionFicheEndorsementGiven;
import eu.mieux.preimplementation.fiche.FicheEvent.ActionFicheRevised;
import eu.mieux.preimplementation.request.Approvals.Approval;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** How an approved request is to become an Action: drafted jointly, endorsed by three sides, then handed over. */
@Entity
@Table(name = "action_fiche")
class ActionFiche implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "request_reference")
    private String requestReference;

    @Column(name = "action_name")
    private String actionName;

    @Column(columnDefinition = "text[]")
    private List<String> countries;

    @Column(name = "regional_organisation")
    private @Nullable String regionalOrganisation;

    @Column(name = "authority_keys", columnDefinition = "text[]")
    private List<String> authorityKeys;

    @Column
    private @Nullable String officer;

    @Column(name = "officer_name")
    private @Nullable String officerName;

    @Column
    @Enumerated(EnumType.STRING)
    private FicheStatus status;

    @Convert(converter = FicheContentColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private FicheContent content;

    @Column(name = "content_version")
    private int contentVersion;

    @ElementCollection
    @CollectionTable(name = "endorsement", joinColumns = @JoinColumn(name = "fiche_id"))
    private Set<Endorsement> endorsements = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ActionFiche() {}

    @SuppressWarnings("NullAway.Init") // take() fills the rest.
    private ActionFiche(Approval approval, String actionName) {
        this.id = Time.newId();
        this.requestId = approval.requestId();
        this.actionName = actionName;
        this.status = FicheStatus.DRAFT;
    }

    /** @param officer the project officer who drafts it, where it is one */
    static ActionFiche drafted(
            Approval approval, String actionName, FicheContent content, @Nullable Signature officer) {
        ActionFiche fiche = new ActionFiche(approval, actionName);
        fiche.take(approval, content, officer);
        return fiche;
    }

    ActionFicheDrafted birth() {
        return new ActionFicheDrafted();
    }

    /** Saves a new version; empty when it says nothing new. The officer is kept once there is one. */
    Optional<ActionFicheRevised> revise(Approval approval, FicheContent next, @Nullable Signature reviser) {
        requireDraft();
        if (next.equals(content)) {
            return Optional.empty();
        }
        take(approval, next, officer == null ? reviser : null);
        return Optional.of(new ActionFicheRevised());
    }

    /** One side's consent to the current version; empty when it has been given before. */
    Optional<FicheEvent> endorse(Endorsement endorsement) {
        requireDraft();
        if (endorsement.contentVersion() != contentVersion) {
            throw new FicheRefusals.NewerFicheVersion(requestReference, endorsement.contentVersion(), contentVersion);
        }
        if (endorsedBy().contains(endorsement.side())) {
            return Optional.empty();
        }
        endorsements.add(endorsement);
        version++;
        if (!endorsedBy().containsAll(EnumSet.allOf(Side.class))) {
            return Optional.of(new ActionFicheEndorsementGiven());
        }
        status = FicheStatus.ENDORSED;
        return Optional.of(new ActionFicheEndorsed());
    }

    /** An authority was merged into another. What the sides have endorsed is the content, which stays. */
    ActionFicheAuthorityMerged nameInstead(String merged, String survivor) {
        authorityKeys = authorityKeys.stream()
                .map(key -> key.equals(merged) ? survivor : key)
                .distinct()
                .toList();
        version++;
        return new ActionFicheAuthorityMerged();
    }

    void requireDraft() {
        if (!status.mayBecome(FicheStatus.DRAFT)) {
            throw new FicheRefusals.FicheEndorsed(requestReference);
        }
    }

    private void take(Approval approval, FicheContent next, @Nullable Signature from) {
        requestReference = approval.reference();
        countries = approval.countries();
        regionalOrganisation = approval.regionalOrganisation();
        authorityKeys = approval.authorityKeys();
        if (from != null) {
            officer = from.subject();
            officerName = from.name();
        }
        content = next;
        contentVersion++;
        version++;
    }

    private Set<Side> endorsedBy() {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        endorsementsOf(contentVersion).forEach(endorsement -> sides.add(endorsement.side()));
        return sides;
    }

    @Override
    public String aggregateType() {
        return "action-fiche";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public ActionFicheState publicState() {
        return new ActionFicheState(
                id,
                requestReference,
                actionName,
                status,
                content.region(),
                countries,
                regionalOrganisation,
                content.pillar(),
                content.themes(),
                content.objective(),
                officer,
                authorityKeys,
                ActionFicheState.planned(content.activities()));
    }

    /** What the project officer is called; null where nobody knows. */
    @Nullable
    String officerName() {
        return officerName;
    }

    UUID requestId() {
        return requestId;
    }

    String actionName() {
        return actionName;
    }

    String requestReference() {
        return requestReference;
    }

    FicheContent content() {
        return content;
    }

    int contentVersion() {
        return contentVersion;
    }

    /** In the order of the sides. */
    List<Endorsement> endorsementsOf(int itsContentVersion) {
        return endorsements.stream()
                .filter(endorsement -> endorsement.contentVersion() == itsContentVersion)
                .sorted((a, b) -> a.side().compareTo(b.side()))
                .toList();
    }
}
