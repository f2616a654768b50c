package eu.mieux.preimplementation.document;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** The documents of fiches over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheDocumentTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Test
    void any_version_is_downloaded_as_pdf_under_a_name_of_its_own() throws IOException {
        String id = whole();
        byte[] file = manager()
                .get(at(id, 1, ""))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"\\d{4}-\\d{2,}-Peru-[IVXLC]+-fiche-v1\\.pdf\""))
                .header("Content-Language", equalTo("en"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();
        assertThat(text(file))
                .contains("Ministry of Interior", "Forged documents are found.", "13,050.50", "Latin America");
        Map<String, Object> second = Fiches.whole();
        second.put("context", "Everything is new.");
        Fiches.saved(manager(), id, second).statusCode(200);
        assertThat(text(manager().get(at(id, 2, "?format=pdf")).asByteArray())).contains("Everything is new.");
        assertThat(text(manager().get(at(id, 1, "?format=pdf")).asByteArray()))
                .contains("The police has ten laboratories.");
    }

    @Test
    void who_takes_word_processors_files_is_given_one() throws IOException {
        String id = whole();
        for (String query : new String[] {"?format=docx", ""}) {
            byte[] file = manager()
                    .accept(query.isEmpty() ? DOCX : "*/*")
                    .header("Accept-Language", "fr-BE, en;q=0.5")
                    .get(at(id, 1, query))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(DOCX))
                    .header("Content-Language", equalTo("fr"))
                    .header("Content-Disposition", containsString(".docx\""))
                    .extract()
                    .asByteArray();
            try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(file));
                    XWPFWordExtractor words = new XWPFWordExtractor(read)) {
                assertThat(words.getText()).contains("Fiche d'action", "Autorités requérantes", "Ministry of Interior");
            }
        }
    }

    @Test
    void who_prefers_one_format_to_the_other_has_it() {
        String id = whole();
        manager()
                .accept("application/pdf;q=0.5, " + DOCX)
                .get(at(id, 1, ""))
                .then()
                .statusCode(200)
                .contentType(startsWith(DOCX));
        manager().accept("text/html").get(at(id, 1, "")).then().statusCode(406);
        manager().get(at(id, 1, "?format=odt")).then().statusCode(422);
        manager().get(at(id, 2, "")).then().statusCode(404).contentType("application/problem+json");
        manager().get(at(id, 0, "")).then().statusCode(404);
    }

    @Test
    void a_document_shows_who_endorsed_that_version() throws IOException {
        String id = Fiches.drafted("PE");
        assertThat(text(manager().get(at(id, 1, "")).asByteArray())).contains("nobody yet");
        Fiches.endorsed(id);
        assertThat(text(manager().get(at(id, 1, "")).asByteArray())).contains("Steering group (", "Partner (");
    }

    @Test
    void who_does_not_see_the_fiche_has_no_document_of_it() {
        String id = whole();
        partner("somebody-else").get(at(id, 1, "")).then().statusCode(404);
        partner(Given.authority("PE")).get(at(id, 1, "")).then().statusCode(200);
    }

    private static String whole() {
        return json(manager(), Fiches.whole())
                .post(requestAt(Given.approved("PE", "To be printed"), "/action-fiche"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String at(String id, int version, String query) {
        return Fiches.at(id, "/versions/" + version + "/document" + query);
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
