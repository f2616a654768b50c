package eu.mieux.gateway.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the files of {@code docs/} are in the portal, so that their links hold in the repository and on the pages alike. */
final class Addresses {

    private static final Pattern GUIDE = Pattern.compile("(?:\\./)?([a-z-]+)\\.md(#.*)?");
    private static final Pattern CHANGELOG = Pattern.compile("\\.\\./\\.\\./CHANGELOG\\.md(#.*)?");
    private static final Pattern EVENTS = Pattern.compile("\\.\\./events\\.md(#.*)?");

    private Addresses() {}

    static String guide(String name) {
        return "/docs/guides/" + name;
    }

    static String event(String kind) {
        return "/docs/events/" + kind;
    }

    static String chapter(String tag) {
        return "/docs/reference/" + Slug.of(tag);
    }

    /** @param destination of a link in a Markdown file of {@code docs/guides} */
    static String ofLink(String destination) {
        Matcher guide = GUIDE.matcher(destination);
        if (guide.matches()) {
            return guide(guide.group(1)) + fragment(guide.group(2));
        }
        Matcher changelog = CHANGELOG.matcher(destination);
        if (changelog.matches()) {
            return "/docs/changelog" + fragment(changelog.group(1));
        }
        return EVENTS.matcher(destination).matches() ? "/docs/events" : destination;
    }

    private static String fragment(@Nullable String fragment) {
        return fragment == null ? "" : fragment;
    }
}
