package eu.mieux.preimplementation.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.preimplementation.authority.Authorities;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing a request down before it is handed in. */
@ApplicationScoped
class Drafting {

    private final Requests requests;
    private final Leading leading;
    private final Authorities authorities;
    private final Regions regions;
    private final EventLog events;
    private final CodeLists codes;
    private final Caller caller;
    private final DraftChanges draftChanges;

    Drafting(
            Requests requests,
            Leading leading,
            Authorities authorities,
            Regions regions,
            EventLog events,
            CodeLists codes,
            Caller caller,
            DraftChanges draftChanges) {
        this.requests = requests;
        this.leading = leading;
        this.authorities = authorities;
        this.regions = regions;
        this.events = events;
        this.codes = codes;
        this.caller = caller;
        this.draftChanges = draftChanges;
    }

    @Transactional
    Request draft(Draft asked) {
        Draft draft = check(asked);
        Request request = Request.drafted(draft, regions.of(draft.countries()));
        requests.persist(request);
        events.append(request, request.birth());
        return request;
    }

    /** A merger locks authorities, then the records that name them; so does this, lest the two wait for each other. */
    @Transactional
    Request revise(String id, @Nullable String ifMatch, Draft asked) {
        authorities.current(asked.authorities());
        Request request = requests.getForChange(id);
        ETags.require(ifMatch, request);
        Draft draft = check(asked);
        leading.requireLeadFor(request, draft);
        events.append(request, request.revise(draft, regions.of(draft.countries())));
        return request;
    }

    /** What is sent takes the place of what was there; all else stays. */
    @Transactional
    Request change(String id, @Nullable String ifMatch, ObjectNode changes) throws JsonProcessingException {
        authorities.current(draftChanges.authorities(changes, requests.glance(id)));
        Request request = requests.getForChange(id);
        ETags.require(ifMatch, request);
        Draft draft = check(draftChanges.applied(changes, request.draft()));
        leading.requireLeadFor(request, draft);
        events.append(request, request.revise(draft, regions.of(draft.countries())));
        return request;
    }

    /** The draft by the authorities that go on for those that it names, if nothing is wrong with it. */
    private Draft check(Draft draft) {
        List<String> current = authorities.current(draft.authorities());
        InvalidFields.Check check = new InvalidFields.Check();
        codes(check, "countries", draft.countries(), "countries");
        codes(check, "themes", draft.themes(), "themes");
        codes(check, "languages", draft.spoken(), "languages");
        for (String key : authorities.unknown(draft.authorities())) {
            check.that(
                    false,
                    "/authorities/" + draft.authorities().indexOf(key),
                    "There is no authority \"%s\"; register it first.".formatted(key));
        }
        check.that(
                draft.authorities().stream().distinct().count()
                        == draft.authorities().size(),
                "/authorities",
                "An authority is named twice; name each once.");
        check.that(FacilityCalendar.holds(draft.wishedStart()), "/wishedStart", FacilityCalendar.OUT_OF_BOUNDS);
        check.that(
                caller.hasAny("manager", "partner") || reaches(draft.countries()),
                "/countries",
                "An officer drafts for the own regions: name a country of "
                        + String.join(", ", caller.claims("regions")) + ".");
        Optional<String> own = caller.claim("authority");
        check.that(
                !caller.has("partner") || own.filter(current::contains).isPresent(),
                "/authorities",
                "A partner asks for its own authority: name " + own.orElse("the one that your token should carry")
                        + ".");
        check.orRefuse();
        return draft.by(current);
    }

    /** What an officer drafts must be in the officer's own sight afterwards. */
    private boolean reaches(List<String> countries) {
        return !Collections.disjoint(regions.of(countries), caller.claims("regions"));
    }

    private void codes(InvalidFields.Check check, String field, List<String> values, String list) {
        for (int i = 0; i < values.size(); i++) {
            check.that(
                    codes.list(list).contains(values.get(i)),
                    "/" + field + "/" + i,
                    "\"%s\" is not a code of the list %s.".formatted(values.get(i), list));
            check.that(
                    values.indexOf(values.get(i)) == i,
                    "/" + field + "/" + i,
                    "\"%s\" is named twice; name each code once.".formatted(values.get(i)));
        }
    }
}
