package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All attachments of all requests. */
@ApplicationScoped
class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    /** In the order in which they were attached; there are never more than {@link Attaching#MOST}. */
    List<Attachment> of(UUID request) {
        return list("requestId = ?1 order by id", request);
    }

    Attachment get(UUID request, UUID id) {
        return find("requestId = ?1 and id = ?2", request, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("attachment", id.toString()));
    }
}
