package eu.mieux.preimplementation.document;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Writes a document as PDF: a page of HTML ({@code document/paper.html}), printed. What people wrote is escaped, and the printer
 * fetches nothing from anywhere. It can be archived (PDF/A-2u: all that it needs is in it) and, unless it is very long, read aloud
 * (PDF/UA: headings and tables are marked as such).
 */
@ApplicationScoped
class PdfWriter {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans";

    /**
     * Of characters of HTML: twenty to forty pages. Marking what everything is takes a kilobyte of memory for each word; the
     * longest fiche has 500 pages, and 100 MB without.
     */
    private static final int MOST_TAGGED = 120_000;

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Template form;

    PdfWriter() {
        XRLog.setLoggingEnabled(false);
        String html = new String(resource("/document/paper.html"), StandardCharsets.UTF_8);
        form = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .build()
                .parse(html, Variant.forContentType(Variant.TEXT_HTML));
    }

    byte[] write(Paper document) {
        String html = form.data("document", document)
                .data("families", Fonts.families())
                .render();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder printer = new PdfRendererBuilder();
            Fonts.of(html)
                    .forEach(family ->
                            printer.useFont(() -> stream(Fonts.file(family)), family, 400, FontStyle.NORMAL, true));
            printer.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .useFont(() -> stream(FONTS + "DejaVuSans.ttf"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> stream(FONTS + "DejaVuSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_U)
                    .usePdfUaAccessibility(html.length() <= MOST_TAGGED)
                    .useColorProfile(COLOURS)
                    .useUriResolver((base, uri) -> null)
                    .withHtmlContent(html, null)
                    .withProducer(document.facility().text())
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = stream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(name), name);
    }
}
