package eu.mieux.preimplementation.content;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a fiche's content as JSON. */
@Converter
public class FicheContentColumn implements AttributeConverter<FicheContent, String> {

    @Override
    public String convertToDatabaseColumn(FicheContent content) {
        return ContentJson.write(content);
    }

    @Override
    public FicheContent convertToEntityAttribute(String json) {
        return ContentJson.read(json);
    }
}
