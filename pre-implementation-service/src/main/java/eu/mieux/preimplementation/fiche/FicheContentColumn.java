package eu.mieux.preimplementation.fiche;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a fiche's content as JSON. The mapper is its own: what is kept must not change with what the API accepts. */
@Converter
class FicheContentColumn implements AttributeConverter<FicheContent, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(FicheContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of an Action Fiche is not JSON.", e);
        }
    }

    @Override
    public FicheContent convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, FicheContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept content of an Action Fiche cannot be read.", e);
        }
    }
}
