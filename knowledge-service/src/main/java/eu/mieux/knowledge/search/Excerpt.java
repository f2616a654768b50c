package eu.mieux.knowledge.search;

/** Makes HTML of a piece of text in which the database has set what was found between U+E000 and U+E001. */
final class Excerpt {

    private Excerpt() {}

    /** Everything that could be markup is escaped; {@code mark} is the only element, and it is always closed. */
    static String html(String marked) {
        StringBuilder html = new StringBuilder(marked.length() + 32);
        boolean open = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case '\uE000' -> {
                    html.append(open ? "" : "<mark>");
                    open = true;
                }
                case '\uE001' -> {
                    html.append(open ? "</mark>" : "");
                    open = false;
                }
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.append(open ? "</mark>" : "").toString();
    }
}
