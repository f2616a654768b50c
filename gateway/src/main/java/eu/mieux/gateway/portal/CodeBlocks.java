package eu.mieux.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Fenced code with its language above it and its parts in colours. */
final class CodeBlocks implements NodeRenderer {

    /** As people write it: no blank before a colon. */
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

    private final HtmlNodeRendererContext context;

    CodeBlocks(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        context.getWriter().raw(html(Language.of(block.getInfo()), block.getLiteral()));
    }

    static String html(JsonNode json) throws JsonProcessingException {
        return html(Language.JSON, JSON.writeValueAsString(json));
    }

    static String html(Language language, String code) {
        return "<figure class=\"code\"><figcaption>%s</figcaption><pre><code>%s</code></pre></figure>%n"
                .formatted(language.title(), language.coloured(code.stripTrailing()));
    }
}
