package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.key.ReadableKeys;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.text.Visible;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes authorities known, and corrects what is known of them. */
@ApplicationScoped
class Registering {

    private final Authorities authorities;
    private final EventLog events;
    private final CodeLists codes;
    private final ReadableKeys keys;
    private final AuthorityPolicy policy;
    private final Caller caller;
    private final LikelyDuplicates duplicates;

    Registering(
            Authorities authorities,
            EventLog events,
            CodeLists codes,
            ReadableKeys keys,
            LikelyDuplicates duplicates,
            AuthorityPolicy policy,
            Caller caller) {
        this.policy = policy;
        this.caller = caller;
        this.duplicates = duplicates;
        this.authorities = authorities;
        this.events = events;
        this.codes = codes;
        this.keys = keys;
    }

    @Transactional
    Authority register(AuthorityCommand command) {
        check(command);
        Distinction confirmed = duplicates.refuse(
                command.name(), command.country(), command.regionalOrganisation(), null, command.confirmed());
        Authority authority = Authority.registered(freeKey(command), command.facts(null));
        authority.isNot(command.confirmed(), confirmed);
        authorities.persistAndFlush(authority);
        events.append(authority, new AuthorityEvent.AuthorityRegistered());
        return authority;
    }

    @Transactional
    Authority amend(String idOrKey, @Nullable String ifMatch, AuthorityCommand command) {
        Authority authority = authorities.findForChange(idOrKey).orElseThrow(() -> new NotFound("authority", idOrKey));
        authorities.requireWriter(authority);
        ETags.require(ifMatch, authority);
        check(command);
        Authority.Facts before = authority.facts();
        boolean looksOther =
                !command.name().equals(before.name()) || !Objects.equals(command.country(), before.country());
        if (looksOther) {
            Distinction confirmed = duplicates.refuse(
                    command.name(), command.country(), command.regionalOrganisation(), authority, command.confirmed());
            authority.isNot(command.confirmed(), confirmed);
        }
        authority.amend(command.facts(before.provenance())).ifPresent(event -> events.append(authority, event));
        return authority;
    }

    private void check(AuthorityCommand command) {
        boolean regional = command.type() == AuthorityType.REGIONAL_ORGANISATION;
        String country = command.country();
        new InvalidFields.Check()
                .that(
                        country == null || codes.list("countries").contains(country),
                        "/country",
                        "This is no ISO 3166-1 alpha-2 country code.")
                .that(
                        regional || country != null,
                        "/country",
                        "Say in which country the authority is; only a regional organisation has none.")
                .that(
                        !regional || Visible.in(command.regionalOrganisation()),
                        "/regionalOrganisation",
                        "Name the regional organisation.")
                .that(
                        regional || command.regionalOrganisation() == null,
                        "/regionalOrganisation",
                        "Only a regional organisation has one; leave it out.")
                .orRefuse();
        new InvalidFields.Check()
                .that(
                        caller.has("manager")
                                || policy.isIn(caller.claims("regions"), country, command.regionalOrganisation()),
                        country == null ? "/regionalOrganisation" : "/country",
                        "An officer registers and amends authorities of her own regions: %s."
                                .formatted(String.join(", ", caller.claims("regions"))))
                .orRefuse();
    }

    /** {@code cm-ministry-of-interior}: country and name, as the history's keys are made. */
    private String freeKey(AuthorityCommand command) {
        String country = command.country();
        String words = (country == null ? "org" : country) + " " + command.name();
        return keys.free(words, key -> authorities.find(key).isPresent());
    }
}
