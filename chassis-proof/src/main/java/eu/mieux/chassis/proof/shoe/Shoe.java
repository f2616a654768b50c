package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model of shoe and how many pairs of it stand on the shelf. */
@Entity
class Shoe implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String article;

    @Column
    private String name;

    @Column
    private int pairs;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Shoe() {}

    Shoe(String article, String name, int pairs) {
        this.id = Time.newId();
        this.version = 1;
        this.article = article;
        this.name = name;
        this.pairs = pairs;
    }

    ShoeEvent sell() {
        if (pairs == 0) {
            throw new SoldOut(article);
        }
        pairs--;
        version++;
        return new ShoeEvent.ShoeSold();
    }

    /** Brings it to this name and count; empty when that changes nothing. */
    Optional<ShoeEvent> restock(String newName, int newPairs) {
        if (name.equals(newName) && pairs == newPairs) {
            return Optional.empty();
        }
        name = newName;
        pairs = newPairs;
        version++;
        return Optional.of(new ShoeEvent.ShoeRestocked());
    }

    @Override
    public String aggregateType() {
        return "shoe";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String article() {
        return article;
    }

    @Override
    public ShoeState publicState() {
        return new ShoeState(id, article, name, pairs);
    }

    /** What others may know of a shoe, and what a client sees of it. */
    @Schema(name = "Shoe")
    record ShoeState(UUID id, String article, String name, int pairs) {}
}
