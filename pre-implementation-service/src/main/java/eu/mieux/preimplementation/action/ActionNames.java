package eu.mieux.preimplementation.action;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.authority.Authorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.Session;

/**
 * Names an Action: its partner and the next Roman numeral, by order of approval ("Costa Rica III"). The partner is the
 * country of a request for one country, else the lead authority: a regional organisation goes by its own name.
 */
@ApplicationScoped
public class ActionNames {

    private static final String TAKEN = """
            select name from known_action where name like :names
            union select action_name from request where action_name like :names
            union select action_name from action_fiche where action_name like :names""";
    private static final String KNOWN = "select name from known_action where code = :code";
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtext(:partner))";

    private static final Pattern LIKE_SIGN = Pattern.compile("[\\\\%_]");

    private final EntityManager entities;
    private final Authorities authorities;
    private final CodeLists codes;

    ActionNames(EntityManager entities, Authorities authorities, CodeLists codes) {
        this.entities = entities;
        this.authorities = authorities;
        this.codes = codes;
    }

    /** The name that the Action of this request bears already. */
    public Optional<String> known(String reference) {
        return entities.unwrap(Session.class)
                .createNativeQuery(KNOWN, String.class)
                .setParameter("code", reference)
                .getResultStream()
                .findFirst();
    }

    /**
     * The next one.
     *
     * @param reference of the request; names the Action where nobody else does
     */
    public String next(String reference, List<String> countries, List<String> authorityKeys) {
        String partner = partner(reference, countries, authorityKeys);
        entities.createNativeQuery(ONE_AT_A_TIME)
                .setParameter("partner", partner)
                .getSingleResult();
        int last = entities
                .unwrap(Session.class)
                .createNativeQuery(TAKEN, String.class)
                .setParameter("names", LIKE_SIGN.matcher(partner).replaceAll("\\\\$0") + " %")
                .getResultList()
                .stream()
                .mapToInt(name -> RomanNumeral.ofOrZero(name.substring(partner.length() + 1)))
                .max()
                .orElse(0);
        return partner + " " + RomanNumeral.of(last + 1);
    }

    private String partner(String reference, List<String> countries, List<String> authorityKeys) {
        if (countries.size() == 1) {
            return codes.list("countries")
                    .find(countries.getFirst())
                    .map(country -> country.label(Locale.ENGLISH))
                    .orElse(countries.getFirst());
        }
        return authorities.asking(authorityKeys).stream()
                .findFirst()
                .map(lead -> Optional.ofNullable(lead.regionalOrganisation()).orElse(lead.name()))
                .orElse(reference);
    }
}
