package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What else an authority is called, and at whom one reaches it. */
@ApplicationScoped
class Describing {

    private final Authorities authorities;
    private final FocalPointWall wall;
    private final LikelyDuplicates duplicates;
    private final EventLog events;
    private final CodeLists codes;

    Describing(
            Authorities authorities,
            FocalPointWall wall,
            LikelyDuplicates duplicates,
            EventLog events,
            CodeLists codes) {
        this.authorities = authorities;
        this.wall = wall;
        this.duplicates = duplicates;
        this.events = events;
        this.codes = codes;
    }

    @Transactional
    Authority call(String idOrKey, @Nullable String ifMatch, AuthorityCommands.Call command) {
        Authority authority = forChange(idOrKey);
        ETags.honour(ifMatch, authority);
        return call(authority, Time.newId(), command);
    }

    @Transactional
    Authority callOtherwise(String idOrKey, UUID alias, @Nullable String ifMatch, AuthorityCommands.Call command) {
        Authority authority = withAlias(idOrKey, alias);
        ETags.require(ifMatch, authority);
        return command.alias().equals(authority.aliases().get(alias)) ? authority : call(authority, alias, command);
    }

    @Transactional
    Authority callNoLonger(String idOrKey, UUID alias, @Nullable String ifMatch) {
        Authority authority = withAlias(idOrKey, alias);
        ETags.require(ifMatch, authority);
        return told(authority, authority.callNoLonger(alias));
    }

    @Transactional
    Authority reachAt(String idOrKey, @Nullable String ifMatch, AuthorityCommands.Reach command) {
        Authority authority = forChange(idOrKey);
        ETags.honour(ifMatch, authority);
        checkLanguages(command.spoken());
        return told(authority, authority.reachAt(Time.newId(), command.contact()));
    }

    @Transactional
    Authority reachOtherwise(String idOrKey, UUID contact, @Nullable String ifMatch, AuthorityCommands.Reach command) {
        Authority authority = withContact(idOrKey, contact);
        ETags.require(ifMatch, authority);
        checkLanguages(command.spoken());
        return command.contact().equals(authority.contacts().get(contact))
                ? authority
                : told(authority, authority.reachAt(contact, command.contact()));
    }

    @Transactional
    Authority reachNoLongerAt(String idOrKey, UUID contact, @Nullable String ifMatch) {
        Authority authority = withContact(idOrKey, contact);
        ETags.require(ifMatch, authority);
        return told(authority, authority.reachNoLongerAt(contact));
    }

    private Authority call(Authority authority, UUID id, AuthorityCommands.Call command) {
        String language = command.language();
        new InvalidFields.Check()
                .that(
                        language == null || codes.list("languages").contains(language),
                        "/language",
                        "This is no code of the list languages (ISO 639-1).")
                .orRefuse();
        Distinction confirmed =
                duplicates.refuse(command.name(), authority.facts().country(), null, authority, command.confirmed());
        authority.isNot(command.confirmed(), confirmed);
        return told(authority, authority.call(id, command.alias()));
    }

    private void checkLanguages(List<String> languages) {
        InvalidFields.Check check = new InvalidFields.Check();
        for (int i = 0; i < languages.size(); i++) {
            check.that(
                    codes.list("languages").contains(languages.get(i)),
                    "/languages/" + i,
                    "This is no code of the list languages (ISO 639-1).");
            check.that(languages.indexOf(languages.get(i)) == i, "/languages/" + i, "Name each language once.");
        }
        check.orRefuse();
    }

    private Authority told(Authority authority, AuthorityEvent event) {
        authorities.flush();
        events.append(authority, event);
        return authority;
    }

    private Authority withAlias(String idOrKey, UUID alias) {
        Authority authority = forChange(idOrKey);
        if (!authority.aliases().containsKey(alias)) {
            throw new NotFound("alias", alias);
        }
        return authority;
    }

    private Authority withContact(String idOrKey, UUID contact) {
        Authority authority = forChange(idOrKey);
        if (!authority.contacts().containsKey(contact)) {
            throw new NotFound("focal point", contact);
        }
        return authority;
    }

    private Authority forChange(String idOrKey) {
        Authority authority = authorities.findForChange(idOrKey).orElseThrow(() -> new NotFound("authority", idOrKey));
        authorities.requireWriter(authority);
        wall.openTo(authority);
        return authority;
    }
}
