package eu.mieux.chassis.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import eu.mieux.chassis.problem.UnfitValue;
import java.io.IOException;

/** Text, and text only, that a database can keep: what is no Unicode text is refused where it comes in. */
final class CleanText extends StdScalarDeserializer<String> {

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValue(parser, String.class, "The text contains the NUL character; leave it out.");
        }
        if (text.codePoints().anyMatch(CleanText::isHalf)) {
            throw new UnfitValue(
                    parser, String.class, "The text contains half a character (a lone surrogate); send both halves.");
        }
        return text;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
