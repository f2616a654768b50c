package eu.mieux.preimplementation.document;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.meeting.Convened.at;
import static eu.mieux.preimplementation.meeting.Convened.held;
import static eu.mieux.preimplementation.meeting.Convened.inAWeek;
import static eu.mieux.preimplementation.meeting.Convened.minuted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** Agendas and minutes as files; those of the last run are in {@code target/documents}, to be looked at. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MeetingDocumentTest {

    private static final Path KEPT = Path.of("target/documents");

    @Test
    void an_agenda_tells_of_each_request_what_the_steering_group_should_know() throws IOException {
        String id = inAWeek(heard("BO", "Contrôle des documents aux frontières"), Given.underReview("MN", "Labour"));
        String text = textOf("agenda-en.pdf", fetched(manager(), at(id, "/agenda"), "en"));
        assertThat(text)
                .contains("Steering group", "10:00–12:30 (Europe/Brussels)", "EU Delegation: Mongolia")
                .contains("Contrôle des documents aux frontières", "Ministry of Interior", "Bolivia", "Eligible")
                .contains(
                        "HOME: Unfavourable",
                        "Unfavourable opinions (HOME)",
                        "Opinions (EEAS, EUD-BO, INTPA, NEAR), until")
                .contains("Any other business", "Funded by the European Union");
        String french = textOf("agenda-fr.pdf", fetched(manager(), at(id, "/agenda?format=pdf"), "fr"));
        assertThat(french)
                .contains("Ordre du jour", "En attente de", "Éligible", "HOME : Défavorable".replace(" :", ":"));
        textOf("agenda-es.pdf", fetched(manager(), at(id, "/agenda"), "es"));
    }

    @Test
    void a_delegation_prints_what_it_may_see() throws IOException {
        String foreign = Given.underReview("MN", "Of Mongolia");
        String id = inAWeek(foreign, heard("BO", "Of Bolivia"));
        String text = textOf("agenda-delegation.pdf", fetched(delegation("BO"), at(id, "/agenda"), "en"));
        assertThat(text).contains("Of Bolivia", "Not yours to see", "Not shown to you before the decision");
        assertThat(text).doesNotContain("Of Mongolia", "nfavourable", "Delegation: Mongolia", "What it waits for");
    }

    @Test
    void minutes_tell_what_was_said_and_who_attended() throws IOException {
        String id = held(Given.underReview("BO", "Printed"));
        manager().get(at(id, "/minutes")).then().statusCode(404);
        json(
                        manager().header("If-Match", manager().get(at(id, "")).header("ETag")),
                        Map.of(
                                "points",
                                List.of(
                                        Map.of(
                                                "said",
                                                "HOME asked for figures.\nINTPA had none.",
                                                "concluded",
                                                "Favourable, with figures by May."),
                                        Map.of()),
                                "attended",
                                List.of(
                                        Map.of("institution", "HOME", "function", "Chair"),
                                        Map.of("institution", "EUD-BO"),
                                        Map.of("institution", "FACILITY", "function", "Secretariat"))))
                .put(at(id, "/minutes"))
                .then()
                .statusCode(200);
        assertThat(textOf("minutes-en.pdf", fetched(steering("NEAR"), at(id, "/minutes"), "en")))
                .contains("INTPA had none.", "Favourable, with figures by May.", "not adopted yet")
                .contains("(HOME), Chair", "EU Delegation: Bolivia", "ICMPD, Secretariat")
                .contains("Nothing was recorded of this point.");
        manager().post(at(id, "/minutes/adoption")).then().statusCode(200);
        byte[] word = fetched(manager(), at(id, "/minutes?format=docx"), "es");
        Files.write(KEPT.resolve("minutes-es.docx"), word);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(read.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(XWPFParagraph::getText))
                    .hasSize(2)
                    .last()
                    .isEqualTo("2. Any other business");
            assertThat(read.getTables().getFirst().getText()).contains("Aprobada el");
        }
    }

    @Test
    void a_format_that_is_none_is_named() {
        String id = minuted(Given.underReview("BO", "In no format"));
        for (String document : List.of("/agenda", "/minutes")) {
            Response answer = manager().get(at(id, document + "?format=odt"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .containsExactly("/format");
        }
    }

    /** Under review, and HOME is against it. */
    private static String heard(String country, String title) {
        String id = Given.underReview(country, title);
        json(steering("HOME"), Map.of("opinion", "UNFAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        return id;
    }

    private static byte[] fetched(RequestSpecification by, String path, String language) {
        Response answer = by.header("Accept-Language", language).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"20");
        return answer.asByteArray();
    }

    private static String textOf(String name, byte[] pdf) throws IOException {
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve(name), pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
