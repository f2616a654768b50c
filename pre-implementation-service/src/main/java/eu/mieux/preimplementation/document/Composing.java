package eu.mieux.preimplementation.document;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.authority.Authorities;
import eu.mieux.preimplementation.document.Block.Line;
import eu.mieux.preimplementation.document.Paper.Fact;
import eu.mieux.preimplementation.document.Paper.PageNumber;
import eu.mieux.preimplementation.fiche.FichesInSight;
import eu.mieux.preimplementation.fiche.FichesInSight.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a version of a fiche together as a document, in the reader's language. */
@ApplicationScoped
class Composing {

    private final FichesInSight fiches;
    private final Authorities authorities;
    private final CodeLists codes;

    Composing(FichesInSight fiches, Authorities authorities, CodeLists codes) {
        this.fiches = fiches;
        this.authorities = authorities;
        this.codes = codes;
    }

    /** Reads all there is to read: no connection is held while the document is written. */
    @Transactional
    Paper compose(String idOrReference, int number, @Nullable String acceptLanguage) {
        Edition edition = fiches.edition(idOrReference, number);
        Locale language = codes.facility().language(acceptLanguage);
        Words words = new Words(codes, language);
        return new Paper(
                language,
                Texts.fileName(edition.reference(), edition.actionName(), "fiche-v" + number),
                Texts.line(words.facility()),
                Texts.line(words.get("kind")),
                Texts.line(edition.actionName()),
                facts(edition, words),
                new Sections(
                                edition.content(),
                                words,
                                codes.list("budget-categories").codes())
                        .all(),
                words.footer(),
                new PageNumber(words.get("page"), words.get("of")),
                edition.savedAt());
    }

    private List<Fact> facts(Edition edition, Words words) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, words.get("reference"), List.of(edition.reference()));
        fact(
                facts,
                words.get("countries"),
                edition.countries().stream()
                        .map(country -> words.label("countries", country))
                        .toList());
        fact(
                facts,
                words.get("region"),
                List.of(words.label("regions", edition.content().region())));
        String organisation = edition.regionalOrganisation();
        fact(facts, words.get("regionalOrganisation"), organisation == null ? List.of() : List.of(organisation));
        fact(
                facts,
                words.get("authorities"),
                authorities.asking(edition.authorityKeys()).stream()
                        .map(Authorities.Asking::name)
                        .toList());
        String officer = edition.officer();
        fact(facts, words.get("officer"), officer == null ? List.of() : List.of(officer));
        fact(
                facts,
                words.get("version"),
                List.of(words.get("savedOn", String.valueOf(edition.number()), words.day(day(edition.savedAt())))));
        List<String> endorsements = edition.endorsements().stream()
                .map(given ->
                        words.get("endorsedOn", words.get("side." + given.side()), words.day(day(given.givenAt()))))
                .toList();
        fact(facts, words.get("endorsed"), endorsements.isEmpty() ? List.of(words.get("notEndorsed")) : endorsements);
        return facts;
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, codes.facility().zone());
    }

    private static void fact(List<Fact> facts, String name, List<String> values) {
        List<Line> lines = values.stream().map(Texts::line).toList();
        if (!lines.isEmpty()) {
            facts.add(new Fact(name, lines));
        }
    }
}
