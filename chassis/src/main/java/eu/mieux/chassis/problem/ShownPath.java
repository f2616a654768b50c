package eu.mieux.chassis.problem;

import java.util.regex.Pattern;

/**
 * A path as logs may show it: without the secret of a link that is one ({@code /calendar-feeds/cal_….ics}), by which whoever reads
 * the log could read what the link leads to. Such secrets begin with letters and an underscore, and have at least 40 characters
 * of Base64 behind it, which no key and no id of a record has.
 */
final class ShownPath {

    private static final Pattern SECRET = Pattern.compile("(?<=/)([a-z]+_)[A-Za-z0-9_-]{40,}");

    private ShownPath() {}

    static String of(String path) {
        return SECRET.matcher(path).replaceAll("$1…");
    }
}
