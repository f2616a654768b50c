package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.FicheContentColumn;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A content that was once saved, and by whom. It never changes. */
@Entity
@Table(name = "action_fiche_version")
class FicheVersion {

    @Id
    private UUID id;

    @Column(name = "fiche_id")
    private UUID ficheId;

    @Column
    private int number;

    @Column(name = "fiche_version")
    private long ficheVersion;

    @Convert(converter = FicheContentColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private FicheContent content;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "saved_by_name")
    private @Nullable String savedByName;

    @Column(name = "saved_at")
    private Instant savedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    FicheVersion() {}

    FicheVersion(ActionFiche fiche, Signature savedBy, Instant savedAt) {
        this.id = Time.newId();
        this.ficheId = fiche.id();
        this.number = fiche.contentVersion();
        this.ficheVersion = fiche.version();
        this.content = fiche.content();
        this.savedBy = savedBy.subject();
        this.savedByName = savedBy.name();
        this.savedAt = savedAt;
    }

    int number() {
        return number;
    }

    FicheContent content() {
        return content;
    }

    String savedBy() {
        return savedBy;
    }

    /** What she is called; null where nobody knows. */
    @Nullable
    String savedByName() {
        return savedByName;
    }

    Instant savedAt() {
        return savedAt;
    }
}
