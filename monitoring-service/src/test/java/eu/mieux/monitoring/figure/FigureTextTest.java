package eu.mieux.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.codelist.CodeLists;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FigureTextTest {

    private final CodeLists codes =
            CodeLists.of(Path.of(System.getProperty("mieux.root"), "deploy", "facility", "mieux"));
    private final FigureText text = new FigureText(codes);
    private final FigureCatalogue catalogue = new FigureCatalogue(TestCodes.codes());

    @Test
    void every_figure_has_a_label_and_a_definition_in_every_language_of_the_facility() {
        for (Locale language : codes.facility().languages()) {
            for (Figure figure : catalogue.all()) {
                assertThat(text.label(figure, language))
                        .as(figure.id())
                        .isNotBlank()
                        .doesNotContain("{");
                assertThat(text.definition(figure, language)).as(figure.id()).isNotBlank();
            }
        }
    }

    @Test
    void a_figure_of_a_family_is_labelled_with_its_code_s_label() {
        Figure figure = catalogue.find("activities.region.AFRICA").orElseThrow();
        assertThat(text.label(figure, Locale.ENGLISH)).isEqualTo("Activities: Africa");
        assertThat(text.label(figure, Locale.FRENCH)).isEqualTo("Activités : Afrique");
        Figure channel = catalogue.find("channel.website.users").orElseThrow();
        assertThat(text.label(channel, Locale.of("es"))).isEqualTo("Sitio web: Usuarios");
    }

    @Test
    void no_two_figures_share_their_label() {
        assertThat(catalogue.all().stream().map(figure -> text.label(figure, Locale.ENGLISH)))
                .doesNotHaveDuplicates();
    }
}
