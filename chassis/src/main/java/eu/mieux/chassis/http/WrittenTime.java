package eu.mieux.chassis.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day or an instant as text that begins {@code YYYY-MM-DD}; neither a number, nor a list, nor a year of five digits. */
final class WrittenTime extends DelegatingDeserializer {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.{1,40})?");

    WrittenTime(JsonDeserializer<?> deserializer) {
        super(deserializer);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
        return new WrittenTime(deserializer);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.handleUnexpectedToken(handledType(), parser);
        }
        if (!FORM.matcher(parser.getText()).matches()) {
            return context.handleWeirdStringValue(
                    handledType(), parser.getText(), "not written as a day or an instant");
        }
        return super.deserialize(parser, context);
    }
}
