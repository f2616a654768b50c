package eu.mieux.gateway.portal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of sections in addresses, made as code hosts make them: links to sections hold there too. */
final class Slug {

    private final Map<String, Integer> taken = new HashMap<>();

    static String of(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Of one page: a second section of the same name gets a number. */
    String next(String heading) {
        String slug = of(heading);
        int before = taken.merge(slug, 1, Integer::sum) - 1;
        return before == 0 ? slug : slug + "-" + before;
    }
}
