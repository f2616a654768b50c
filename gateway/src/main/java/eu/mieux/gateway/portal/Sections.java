package eu.mieux.gateway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Headings with an address of their own, and a link to it for those who want to pass it on. */
final class Sections implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final Map<Node, String> ids;

    Sections(HtmlNodeRendererContext context, Map<Node, String> ids) {
        this.context = context;
        this.ids = ids;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Heading.class);
    }

    @Override
    public void render(Node node) {
        HtmlWriter html = context.getWriter();
        String tag = "h" + ((Heading) node).getLevel();
        String id = ids.get(node);
        html.line();
        html.tag(tag, id == null ? Map.of() : Map.of("id", id));
        if (id != null) {
            Map<String, String> link = new LinkedHashMap<>();
            link.put("class", "self");
            link.put("href", "#" + id);
            html.tag("a", link);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        if (id != null) {
            html.tag("/a");
        }
        html.tag("/" + tag);
        html.line();
    }
}
