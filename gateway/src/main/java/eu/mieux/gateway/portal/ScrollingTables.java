package eu.mieux.gateway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Tables in a frame that scrolls where the window is too narrow, with the keyboard too. */
final class ScrollingTables implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    ScrollingTables(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableBlock.class);
    }

    @Override
    public void render(Node node) {
        HtmlWriter html = context.getWriter();
        Map<String, String> frame = new LinkedHashMap<>();
        frame.put("class", "scroller");
        frame.put("role", "group");
        frame.put("aria-label", "Table");
        frame.put("tabindex", "0");
        html.line();
        html.tag("div", frame);
        html.tag("table");
        for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
            context.render(part);
        }
        html.tag("/table");
        html.tag("/div");
        html.line();
    }
}
