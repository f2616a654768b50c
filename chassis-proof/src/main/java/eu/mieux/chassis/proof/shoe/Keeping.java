package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists, sells and restocks shoes. */
@ApplicationScoped
class Keeping {

    private final Shoes shoes;
    private final EventLog events;

    Keeping(Shoes shoes, EventLog events) {
        this.shoes = shoes;
        this.events = events;
    }

    @Transactional
    Shoe list(ShoeCommand command) {
        Shoe shoe = new Shoe(command.article(), command.name(), command.pairs());
        shoes.persist(shoe);
        events.append(shoe, new ShoeEvent.ShoeListed());
        return shoe;
    }

    @Transactional
    Shoe sell(UUID id) {
        Shoe shoe = shoes.getForChange(id);
        events.append(shoe, shoe.sell());
        return shoe;
    }

    @Transactional
    Shoe restock(UUID id, @Nullable String ifMatch, ShoeCommand command) {
        Shoe shoe = shoes.getForChange(id);
        ETags.require(ifMatch, shoe);
        shoe.restock(command.name(), command.pairs()).ifPresent(event -> events.append(shoe, event));
        return shoe;
    }
}
