package eu.mieux.gateway.portal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What code on a page is written in, and how its parts are told apart: a class for each kind of part, no more. */
enum Language {
    SH(
            "Shell",
            part("comment", "(?m)(?<=^|\\s)#.*$"),
            part("string", "'[^']*'|\"(?:\\\\.|[^\"\\\\])*\""),
            part("name", "\\$\\w+|\\$(?=\\()"),
            part("keyword", "(?m)^(?:curl|\\./mieux|npm|git|cd|sleep)\\b|(?<=\\$\\()(?:curl|\\./mieux)\\b"),
            part("option", "(?<=\\s)--?[A-Za-z][\\w-]*")),
    JSON(
            "JSON",
            part("name", "\"(?:\\\\.|[^\"\\\\])*\"(?=\\s*:)"),
            part("string", "\"(?:\\\\.|[^\"\\\\])*\""),
            part("keyword", "\\b(?:true|false|null)\\b"),
            part("number", "-?\\b\\d+(?:\\.\\d+)?\\b"),
            part("comment", "…")),
    HTTP(
            "HTTP",
            part("keyword", "(?m)^HTTP/\\S+ \\d+.*$"),
            part("name", "(?m)^[A-Za-z-]+(?=:)"),
            part("string", "\"(?:\\\\.|[^\"\\\\])*\""),
            part("comment", "…")),
    JS(
            "TypeScript",
            part("comment", "(?m)//.*$"),
            part("string", "'[^'\\n]*'|\"[^\"\\n]*\"|`[^`]*`"),
            part(
                    "keyword",
                    "\\b(?:import|from|const|let|await|async|if|else|for|of|return|new|throw|export|function|true|false|null)\\b"),
            part("number", "\\b\\d+\\b")),
    JAVA(
            "Java",
            part("comment", "(?m)//.*$"),
            part("string", "\"(?:\\\\.|[^\"\\\\])*\""),
            part("keyword", "\\b(?:import|new|return|throw|throws|if|else|for|true|false|null|var|final)\\b"),
            part("number", "\\b\\d+\\b")),
    CSV("CSV", part("comment", "…")),
    TEXT("Text", part("comment", "…"));

    private final String title;
    private final Pattern parts;

    Language(String title, String... parts) {
        this.title = title;
        this.parts = Pattern.compile(String.join("|", parts));
    }

    private static String part(String kind, String pattern) {
        return "(?<%s>%s)".formatted(kind, pattern);
    }

    /** @param name as a fence of Markdown gives it; {@code console} is shell that no test runs */
    static Language of(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "TS", "TYPESCRIPT" -> JS;
            case "CONSOLE" -> SH;
            case "" -> TEXT;
            default -> valueOf(name.strip().toUpperCase(Locale.ROOT));
        };
    }

    String title() {
        return title;
    }

    /** HTML. */
    String coloured(String code) {
        StringBuilder html = new StringBuilder();
        Matcher part = parts.matcher(code);
        int at = 0;
        while (part.find()) {
            html.append(escaped(code.substring(at, part.start())));
            html.append("<span class=\"%s\">%s</span>".formatted(kind(part), escaped(part.group())));
            at = part.end();
        }
        return html.append(escaped(code.substring(at))).toString();
    }

    private static String kind(Matcher part) {
        return part.namedGroups().keySet().stream()
                .filter(name -> part.group(name) != null)
                .findFirst()
                .orElseThrow();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
