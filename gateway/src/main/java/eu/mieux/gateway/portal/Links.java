package eu.mieux.gateway.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The links of all pages: each that stays in the house leads to a page or file that is there, and to a section that is. */
final class Links {

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("https://.*");
    /** What the gateway serves that is no file of {@code web/}. */
    private static final Set<String> SERVED = Set.of("/");

    private final Map<String, String> pages;
    private final Path web;
    private final Set<String> operations;

    /**
     * @param pages by their path
     * @param web the files beside them
     * @param operations paths of the API
     */
    Links(Map<String, String> pages, Path web, Set<String> operations) {
        this.pages = pages;
        this.web = web;
        this.operations = operations;
    }

    /** A sentence for each that leads nowhere. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        pages.forEach((path, html) -> {
            for (String link : found(LINK, html)) {
                if (!holds(path, link)) {
                    broken.add("%s has a link to %s, which is not there.".formatted(path, link));
                }
            }
        });
        return broken;
    }

    private boolean holds(String from, String link) {
        if (ELSEWHERE.matcher(link).matches()) {
            return true;
        }
        String[] parts = link.split("#", 2);
        String path = parts[0].isEmpty() ? from : parts[0];
        String html = pages.get(path);
        if (parts.length == 2) {
            return html != null && found(ID, html).contains(parts[1]);
        }
        return html != null
                || SERVED.contains(path)
                || operations.contains(path)
                || (path.startsWith("/") && Files.isRegularFile(web.resolve(path.substring(1))));
    }

    private static Set<String> found(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}
