package eu.mieux.preimplementation.attachment;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is saved under the name that it came with, so that name says what the file is. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AttachmentNamesTest {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    @ParameterizedTest
    @ValueSource(strings = {"letter.exe", "x.vbs", "letter", "letter.pdf.html", ".pdfx", "letter.docx"})
    void a_pdf_is_not_taken_under_another_ending(String name) {
        attached(Given.drafted("BO", "Endings"), name, PDF)
                .statusCode(422)
                .body("errors.pointer", contains("/name"))
                .body("errors[0].detail", containsString(".pdf"));
    }

    @Test
    void each_ending_of_a_kind_is_taken_in_capitals_too() {
        String id = Given.drafted("BO", "Photos");
        for (String name : new String[] {"photo.jpg", "photo.jpeg", "PHOTO.JPG"}) {
            attached(id, name, JPEG).statusCode(201);
        }
        attached(id, "LETTER.PDF", PDF).statusCode(201);
        attached(id, "photo.pdf", JPEG).statusCode(422).body("errors[0].detail", containsString(".jpg or .jpeg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter\u202Efdp.exe.pdf", "let\u200Bter.pdf", "\u2066letter.pdf"})
    void signs_that_nobody_sees_are_in_no_name(String name) {
        attached(Given.drafted("BO", "Unseen"), name, PDF).statusCode(422).body("errors.pointer", contains("/name"));
    }

    @Test
    void what_has_something_before_the_pdf_is_none() {
        attached(
                        Given.drafted("BO", "Hidden"),
                        "letter.pdf",
                        "<script>alert(1)</script>\n%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .statusCode(415);
        attached(
                        Given.drafted("BO", "Hidden"),
                        "letter.pdf",
                        "\u0000\u0001junk\n%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .statusCode(415);
    }

    private static ValidatableResponse attached(String id, String name, byte[] bytes) {
        return manager()
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(bytes)
                .post(requestAt(id, "/attachments"))
                .then();
    }
}
