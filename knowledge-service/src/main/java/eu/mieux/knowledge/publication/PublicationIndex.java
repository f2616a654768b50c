package eu.mieux.knowledge.publication;

import java.util.Collection;
import java.util.UUID;

/** What makes publications findable. It is refreshed in the transaction that changes them, so that search never lags behind. */
public interface PublicationIndex {

    void refresh(Collection<UUID> publications);
}
