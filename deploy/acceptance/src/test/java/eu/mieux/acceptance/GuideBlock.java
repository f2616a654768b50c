package eu.mieux.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A block of commands in a guide.
 *
 * @param language of the answer that the guide shows after it; null when it shows none
 */
record GuideBlock(String commands, @Nullable String language, String answer) {

    private static final List<String> ANSWERS = List.of("json", "http", "csv", "text");

    /** @throws IllegalArgumentException when a guide shows JSON or HTTP that no command answers */
    static List<GuideBlock> in(Path guide) throws IOException {
        List<GuideBlock> blocks = new ArrayList<>();
        for (Node node = Parser.builder().build().parse(Files.readString(guide)).getFirstChild();
                node != null;
                node = node.getNext()) {
            if (node instanceof FencedCodeBlock block && block.getInfo().equals("sh")) {
                blocks.add(block(block));
            } else if (node instanceof FencedCodeBlock block && isUnproven(block)) {
                throw new IllegalArgumentException(
                        "%s shows an answer without its command:%n%s".formatted(guide, block.getLiteral()));
            }
        }
        return blocks;
    }

    private static GuideBlock block(FencedCodeBlock commands) {
        return commands.getNext() instanceof FencedCodeBlock answer && ANSWERS.contains(answer.getInfo())
                ? new GuideBlock(
                        commands.getLiteral(),
                        answer.getInfo(),
                        answer.getLiteral().strip())
                : new GuideBlock(commands.getLiteral(), null, "");
    }

    private static boolean isUnproven(FencedCodeBlock block) {
        boolean follows = block.getPrevious() instanceof FencedCodeBlock before
                && before.getInfo().equals("sh");
        return !follows && List.of("json", "http").contains(block.getInfo());
    }

    /** What is otherwise than the guide shows. */
    List<String> differences(String output) throws IOException {
        return switch (language) {
            case null -> output.contains("urn:mieux:problem:") ? List.of("refused: " + output) : List.of();
            case "json" -> Shape.of(answer).differences(output);
            case "http" -> HttpAnswer.of(answer).differences(HttpAnswer.of(output));
            default -> Shape.fits(answer, output.strip()) ? List.of() : List.of(output);
        };
    }
}
