package eu.mieux.expert.roster;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes experts onto the roster, and keeps their profiles true. */
@ApplicationScoped
class Registering {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Experts experts;
    private final Standings standings;
    private final Languages languages;
    private final EventLog events;
    private final CodeLists codes;
    private final Caller caller;
    private final Clock clock;

    Registering(
            Experts experts,
            Standings standings,
            Languages languages,
            EventLog events,
            CodeLists codes,
            Caller caller,
            Clock clock) {
        this.experts = experts;
        this.standings = standings;
        this.languages = languages;
        this.events = events;
        this.codes = codes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Expert register(ExpertCommand command) {
        Profile profile = profile(command, today(), null);
        Expert expert = Expert.registered(experts.nextKey(), profile, command.reached());
        experts.persistAndFlush(expert);
        events.append(expert, new ExpertEvent.ExpertRegistered());
        return expert;
    }

    /** The expert herself may do this too; since when she is on the roster is not hers to change. */
    @Transactional
    Expert amend(String idOrKey, @Nullable String ifMatch, ExpertCommand command) {
        Expert expert = experts.getForChange(idOrKey);
        ETags.require(ifMatch, expert);
        Profile before = expert.profile();
        Profile profile = profile(command, before.registeredOn(), before.provenance());
        new InvalidFields.Check()
                .that(
                        caller.hasAny("emm", "manager")
                                || Objects.equals(profile.registeredOn(), before.registeredOn()),
                        "/registeredOn",
                        "Since when you are on the roster is for the facility to say; leave it out.")
                .orRefuse();
        expert.amend(profile, command.reached()).ifPresent(event -> events.append(expert, event));
        return expert;
    }

    private Profile profile(ExpertCommand command, @Nullable LocalDate otherwise, @Nullable String provenance) {
        LocalDate said = command.registeredOn();
        LocalDate registeredOn = said == null ? otherwise : said;
        check(command, registeredOn);
        return new Profile(
                command.givenName(),
                command.familyName(),
                command.gender(),
                command.nationality(),
                new Standing(command.category(), command.background()),
                command.institution(),
                command.spoken().stream().filter(Objects::nonNull).toList(),
                command.known().stream().filter(Objects::nonNull).toList(),
                registeredOn,
                provenance);
    }

    private void check(ExpertCommand command, @Nullable LocalDate registeredOn) {
        InvalidFields.Check check = new InvalidFields.Check();
        code(check, "/gender", command.gender(), "genders");
        check(check, command.reached());
        code(check, "/nationality", command.nationality(), "countries");
        standings.check(check, command.category(), command.background());
        each(check, "/languages", command.spoken(), languages::isSkill, Languages.FORM);
        check.that(
                distinct(command.spoken().stream()
                        .filter(Objects::nonNull)
                        .map(Languages::of)
                        .toList()),
                "/languages",
                "Each language once.");
        each(
                check,
                "/themes",
                command.known(),
                theme -> theme != null && codes.list("themes").contains(theme),
                "A code of the list themes.");
        check.that(distinct(command.known()), "/themes", "Each theme once.")
                .that(
                        registeredOn == null || (!registeredOn.isBefore(EARLIEST) && !registeredOn.isAfter(today())),
                        "/registeredOn",
                        "A day from %s to today.".formatted(EARLIEST))
                .orRefuse();
    }

    private void code(InvalidFields.Check check, String pointer, @Nullable String value, String list) {
        check.that(
                value == null || codes.list(list).contains(value),
                pointer,
                "Use a code of the list %s, or leave it out.".formatted(list));
    }

    private static void check(InvalidFields.Check check, Contact contact) {
        String email = contact.email();
        check.that(
                        email == null || Arrays.stream(email.split("@", -1)).allMatch(Visible::in),
                        "/contact/email",
                        "Something is to be seen before and after the @.")
                .that(
                        contact.phone() == null || Visible.in(contact.phone()),
                        "/contact/phone",
                        "Nothing is to be seen of it; leave it out instead.");
    }

    private static void each(
            InvalidFields.Check check,
            String pointer,
            List<@Nullable String> values,
            Predicate<@Nullable String> right,
            String otherwise) {
        for (int i = 0; i < values.size(); i++) {
            check.that(right.test(values.get(i)), pointer + "/" + i, otherwise);
        }
    }

    private static boolean distinct(List<@Nullable String> values) {
        return values.stream().distinct().count() == values.size();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), codes.facility().zone());
    }
}
