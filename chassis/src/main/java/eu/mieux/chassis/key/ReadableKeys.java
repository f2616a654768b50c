package eu.mieux.chassis.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Natural keys made of words, for records that come without one: "CM Ministère de l'Intérieur" gives {@code cm-ministere-de-l-interieur}. */
@ApplicationScoped
public class ReadableKeys {

    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern LOOSE_END = Pattern.compile("^-|-$");
    private static final int LONGEST = 64;

    private final EntityManager entities;

    ReadableKeys(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The key, numbered from 2 where it is taken. Until the transaction ends nobody else is given a key of the same words, so that
     * many who ask at the same moment are given different ones.
     */
    public String free(String words, Predicate<String> taken) {
        String key = of(words);
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "readable-key " + key)
                .getSingleResult();
        String candidate = key;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = key + "-" + i;
        }
        return candidate;
    }

    static String of(String words) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        String slug = NOT_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String whole = LOOSE_END.matcher(slug).replaceAll("");
        return LOOSE_END
                .matcher(whole.substring(0, Math.min(whole.length(), LONGEST)))
                .replaceAll("");
    }
}
