package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.document.Paper.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Writes a document for word processors, with their own headings ({@code document/styles.xml}), so that they can navigate it. */
@ApplicationScoped
class WordWriter {

    private static final long WIDE = 11_906;
    private static final long HIGH = 16_838;
    private static final long MARGIN = 1_020;

    byte[] write(Paper document) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream docx = new ByteArrayOutputStream()) {
            word.createStyles().setStyles(styles());
            page(word);
            properties(word.getProperties().getCoreProperties(), document);
            footer(word, document);
            WordTables tables = new WordTables(word, (int) (WIDE - 2 * MARGIN));
            paragraph(
                    word,
                    "Subtitle",
                    Texts.line(
                            document.facility().text() + " – " + document.kind().text()));
            paragraph(word, "Title", document.title());
            tables.facts(document.facts().toArray(Fact[]::new));
            for (Block block : document.blocks()) {
                switch (block) {
                    case Block.Heading heading ->
                        paragraph(word, "Heading" + heading.level(), Texts.line(heading.text()));
                    case Block.Nothing nothing -> paragraph(word, "Nothing", Texts.line(nothing.text()));
                    case Block.Prose prose -> prose.lines().forEach(line -> paragraph(word, "Normal", line));
                    case Block.Table table -> tables.table(table);
                    case Block.Bars bars -> tables.bars(bars);
                }
            }
            word.write(docx);
            return docx.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void paragraph(XWPFDocument word, String style, Block.Line line) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setStyle(style);
        WordTables.write(paragraph, line);
    }

    private static void page(XWPFDocument word) {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(WIDE));
        section.getPgSz().setH(BigInteger.valueOf(HIGH));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
    }

    private static void properties(CoreProperties core, Paper document) {
        core.setTitle(document.kind().text() + " " + document.title().text());
        core.setCreator(document.facility().text());
        core.setCreated(Optional.of(Date.from(document.savedAt())));
        core.setModified(Optional.of(Date.from(document.savedAt())));
        core.getUnderlyingProperties().setLanguageProperty(document.languageTag());
    }

    private static void footer(XWPFDocument word, Paper document) {
        XWPFParagraph footer = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Footer");
        footer.createRun().setText(document.footer());
        footer.createRun().addTab();
        footer.createRun().setText(document.page().before());
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        footer.createRun().setText(document.page().between());
        footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private static CTStyles styles() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(WordWriter.class.getResourceAsStream("/document/styles.xml"))) {
            return StylesDocument.Factory.parse(stream).getStyles();
        } catch (XmlException e) {
            throw new IllegalStateException("document/styles.xml holds no styles.", e);
        }
    }
}
