package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.audit.AuditNotes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** An authority as this caller may see it. That she was shown its focal points is written down. */
@ApplicationScoped
class ShowingAuthorities {

    private final Authorities authorities;
    private final FocalPointWall wall;
    private final AuditNotes notes;

    ShowingAuthorities(Authorities authorities, FocalPointWall wall, AuditNotes notes) {
        this.authorities = authorities;
        this.wall = wall;
        this.notes = notes;
    }

    AuthorityView view(Authority authority) {
        if (!authorities.showsContacts(authority)) {
            return AuthorityView.of(authority);
        }
        wall.openTo(authority);
        if (!authority.contacts().isEmpty()) {
            notes.shown(
                    authority.aggregateType(),
                    "contacts",
                    List.of(new AuditNotes.Subject(authority.id(), authority.key())));
        }
        return AuthorityView.withContacts(authority);
    }
}
