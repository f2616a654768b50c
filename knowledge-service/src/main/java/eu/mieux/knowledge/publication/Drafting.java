package eu.mieux.knowledge.publication;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.key.ReadableKeys;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.knowledge.publication.PublicationEvent.PublicationDrafted;
import eu.mieux.knowledge.register.KnownActions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writing a publication before anybody else looks at it. */
@ApplicationScoped
class Drafting {

    private final Publications publications;
    private final PublicationIndex index;
    private final KnownActions actions;
    private final EventLog events;
    private final CodeLists codes;
    private final Clock clock;
    private final ReadableKeys keys;

    Drafting(
            Publications publications,
            PublicationIndex index,
            KnownActions actions,
            EventLog events,
            CodeLists codes,
            Clock clock,
            ReadableKeys keys) {
        this.publications = publications;
        this.index = index;
        this.actions = actions;
        this.events = events;
        this.codes = codes;
        this.clock = clock;
        this.keys = keys;
    }

    @Transactional
    Publication draft(PublicationDraft draft) {
        check(draft);
        LocalDate today = LocalDate.ofInstant(clock.instant(), codes.facility().zone());
        Publication publication =
                Publication.drafted(keys.free(today + " " + draft.title(), publications::isTaken), draft);
        publications.persist(publication);
        events.append(publication, new PublicationDrafted());
        index.refresh(List.of(publication.id()));
        return publication;
    }

    @Transactional
    Publication revise(String idOrKey, @Nullable String ifMatch, PublicationDraft draft) {
        Publication publication = publications.getForChange(idOrKey);
        ETags.require(ifMatch, publication);
        check(draft);
        events.append(publication, publication.revise(draft));
        index.refresh(List.of(publication.id()));
        return publication;
    }

    private void check(PublicationDraft draft) {
        InvalidFields.Check check = new InvalidFields.Check();
        String region = draft.region();
        check.that(known("publication-kinds", draft.kind()), "/kind", notIn("publication-kinds", draft.kind()));
        check.that(region == null || known("regions", region), "/region", notIn("regions", String.valueOf(region)));
        codes(check, "languages", draft.languages(), "languages");
        codes(check, "countries", draft.about(), "countries");
        codes(check, "themes", draft.onThemes(), "themes");
        Set<String> unknown = actions.unknown(draft.actions());
        for (int i = 0; i < draft.actions().size(); i++) {
            String code = draft.actions().get(i);
            check.that(!unknown.contains(code), "/actionCodes/" + i, "There is no Action \"%s\".".formatted(code));
        }
        check.orRefuse();
    }

    private void codes(InvalidFields.Check check, String field, List<String> values, String list) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            check.that(known(list, value), "/" + field + "/" + i, notIn(list, value));
            check.that(seen.add(value), "/" + field + "/" + i, "\"%s\" stands twice.".formatted(value));
        }
    }

    private boolean known(String list, @Nullable String code) {
        return code != null && codes.list(list).contains(code);
    }

    private static String notIn(String list, @Nullable String code) {
        return "\"%s\" is not a code of the list %s.".formatted(code, list);
    }
}
