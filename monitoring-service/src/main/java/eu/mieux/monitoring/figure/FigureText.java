package eu.mieux.monitoring.figure;

import eu.mieux.chassis.codelist.CodeLists;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What figures are called and how they are defined, in the facility's languages. */
@Singleton
public final class FigureText {

    private final CodeLists codes;
    private final Map<String, Properties> texts = new HashMap<>();

    FigureText(CodeLists codes) {
        this.codes = codes;
        for (Locale language : codes.facility().languages()) {
            texts.put(language.getLanguage(), read(language.getLanguage()));
        }
    }

    public String label(Figure figure, Locale language) {
        String label = text(figure.text() + ".label", language);
        int place = 1;
        for (Figure.Term term : figure.terms()) {
            label = label.replace("{" + place++ + "}", label(term, language));
        }
        return label;
    }

    public String definition(Figure figure, Locale language) {
        return text(figure.text() + ".definition", language);
    }

    private String label(Figure.Term term, Locale language) {
        return codes.list(term.list())
                .find(term.code())
                .map(code -> code.label(language))
                .orElse(term.code());
    }

    private String text(String key, Locale language) {
        Properties inLanguage = texts.get(language.getLanguage());
        String text = inLanguage == null ? null : inLanguage.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text %s in %s".formatted(key, language));
        }
        return text;
    }

    /** A language without texts of its own is served the English ones. */
    private static Properties read(String language) {
        String resource = "figures/text.%s.properties";
        ClassLoader loader = FigureText.class.getClassLoader();
        try (InputStream own = loader.getResourceAsStream(resource.formatted(language));
                InputStream english = loader.getResourceAsStream(resource.formatted(Locale.ENGLISH.getLanguage()))) {
            Properties texts = new Properties();
            texts.load(
                    new InputStreamReader(Objects.requireNonNull(own == null ? english : own), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
