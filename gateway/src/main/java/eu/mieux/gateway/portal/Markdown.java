package eu.mieux.gateway.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as the pages show it: sections have addresses, links lead into the portal, code has colours, tables scroll. */
final class Markdown {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private Markdown() {}

    /** A section that a page's list of contents names. */
    record Section(String id, String title) {}

    /**
     * What became of a file.
     *
     * @param title the heading of the whole
     * @param lead what stands before the first section, in one paragraph, as text
     * @param html all else
     * @param sections of the second level
     */
    record Rendered(String title, String lead, String leadHtml, String html, List<Section> sections) {}

    /** Text of a description: paragraphs, lists and code, without headings. */
    static String fragment(String markdown) {
        return html(PARSER.parse(markdown), Map.of());
    }

    /** @throws IllegalArgumentException when it does not begin with a heading and a paragraph */
    static Rendered page(String markdown) {
        Node document = PARSER.parse(markdown);
        if (!(document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1)
                || !(heading.getNext() instanceof Paragraph lead)) {
            throw new IllegalArgumentException(
                    "A page begins with its # heading and a paragraph that says what it is for.");
        }
        heading.unlink();
        lead.unlink();
        Map<Node, String> ids = new HashMap<>();
        List<Section> sections = new ArrayList<>();
        Slug slugs = new Slug();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading section) {
                String title = text(section);
                String id = slugs.next(title);
                ids.put(section, id);
                if (section.getLevel() == 2) {
                    sections.add(new Section(id, title));
                }
            }
        });
        return new Rendered(text(heading), text(lead), html(lead, Map.of()), html(document, ids), sections);
    }

    /** One line of a description, as HTML without a paragraph of its own. */
    static String line(String markdown) {
        return fragment(markdown).strip().replaceAll("^<p>|</p>$", "");
    }

    /** Where the links of a text lead. */
    static List<String> links(String markdown) {
        List<String> links = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
            }
        });
        return links;
    }

    /** HTML of the first block of code. */
    static String firstCode(String markdown) {
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FencedCodeBlock) {
                return html(node, Map.of());
            }
        }
        throw new IllegalArgumentException("There is no block of code.");
    }

    private static String html(Node node, Map<Node, String> ids) {
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(Addresses.ofLink(link.getDestination()));
                visitChildren(link);
            }
        });
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .nodeRendererFactory(CodeBlocks::new)
                .nodeRendererFactory(context -> new Sections(context, ids))
                .nodeRendererFactory(ScrollingTables::new)
                .build()
                .render(node);
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
