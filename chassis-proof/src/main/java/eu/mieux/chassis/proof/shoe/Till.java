package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.inbox.Reaction;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;

/** Counts sales: the one thing in the shop that goes wrong when an event takes effect twice, or never. */
@ApplicationScoped
class Till implements Reaction {

    private final EntityManager entities;

    Till(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> reactsTo() {
        return Set.of("shoe");
    }

    @Override
    public void on(ReceivedEvent event) {
        if (!event.type().equals("shoe-sold")) {
            return;
        }
        boolean jammed = (boolean) entities.createNativeQuery("select exists (select from jammed where shoe_id = ?1)")
                .setParameter(1, event.aggregateId())
                .getSingleResult();
        if (jammed) {
            throw new IllegalStateException("The till is jammed.");
        }
        entities.createNativeQuery("""
                        insert into till (shoe_id, sales) values (?1, 1)
                        on conflict (shoe_id) do update set sales = till.sales + 1""").setParameter(1, event.aggregateId()).executeUpdate();
    }
}
