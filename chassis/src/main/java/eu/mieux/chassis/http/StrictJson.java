package eu.mieux.chassis.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * JSON is taken at its word. Left to itself, Jackson makes 1 of 1.5, 0 of null and a number of "12", takes the second of two
 * fields of one name and stops reading where the first value ends: a client would never learn what was made of its mistake.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.setDefaultLeniency(false);
        refuse(json.coercionConfigDefaults(), CoercionInputShape.EmptyString, CoercionInputShape.EmptyArray);
        refuse(
                json.coercionConfigFor(LogicalType.Integer),
                CoercionInputShape.String,
                CoercionInputShape.Boolean,
                CoercionInputShape.Float);
        refuse(json.coercionConfigFor(LogicalType.Float), CoercionInputShape.String, CoercionInputShape.Boolean);
        refuse(
                json.coercionConfigFor(LogicalType.Boolean),
                CoercionInputShape.String,
                CoercionInputShape.Integer,
                CoercionInputShape.Float);
        refuse(json.coercionConfigFor(LogicalType.Enum), CoercionInputShape.Integer, CoercionInputShape.Float);
        // Decimals travel as text, lest a client's floating point spoil them.
        json.coercionConfigFor(BigDecimal.class).setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
        json.registerModule(new SimpleModule("strict-json")
                .addDeserializer(String.class, new CleanText())
                .setDeserializerModifier(new Wording()));
    }

    private static void refuse(MutableCoercionConfig config, CoercionInputShape... shapes) {
        config.setAcceptBlankAsEmpty(false);
        for (CoercionInputShape shape : shapes) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Times have one way to be written; Jackson knows several, lists of numbers among them. */
    private static final class Wording extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
            Class<?> type = bean.getBeanClass();
            return type == LocalDate.class || type == Instant.class ? new WrittenTime(deserializer) : deserializer;
        }
    }
}
