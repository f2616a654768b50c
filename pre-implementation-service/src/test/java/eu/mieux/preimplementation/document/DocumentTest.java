package eu.mieux.preimplementation.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.preimplementation.content.BudgetLine;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.Outcome;
import eu.mieux.preimplementation.content.Output;
import eu.mieux.preimplementation.content.PlannedActivity;
import eu.mieux.preimplementation.content.Risk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fiche looks like as a file; the files of the last run are in {@code target/documents}, to be looked at. */
class DocumentTest {

    private static final Path KEPT = Path.of("target/documents");

    private static final List<String> SCRIPTS = List.of(
            "Chinese: 中华人民共和国公安部出入境管理局 – 國家移民管理局",
            "Japanese: 出入国在留管理庁 ひらがな カタカナ",
            "Korean: 대한민국 이민청 출입국관리사무소",
            "Thai: สำนักงานตรวจคนเข้าเมือง กระทรวงการต่างประเทศ",
            "Lao: ກົມກວດຄົນເຂົ້າ-ອອກເມືອງ",
            "Khmer: អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍",
            "Burmese: လူဝင်မှုကြီးကြပ်ရေးဦးစီးဌာန",
            "Hindi: आप्रवासन ब्यूरो, गृह मंत्रालय",
            "Nepali: अध्यागमन विभाग",
            "Bengali: বহিরাগমন ও পাসপোর্ট অধিদপ্তর",
            "Tamil: குடிவரவு குடியகல்வு திணைக்களம்",
            "Telugu: వలస శాఖ",
            "Kannada: ವಲಸೆ ಇಲಾಖೆ",
            "Malayalam: കുടിയേറ്റ വകുപ്പ്",
            "Gujarati: સ્થળાંતર વિભાગ",
            "Punjabi: ਪਰਵਾਸ ਵਿਭਾਗ",
            "Sinhala: ආගමන හා විගමන දෙපාර්තමේන්තුව",
            "Oriya: ଅଭିବାସନ ବିଭାଗ",
            "Amharic: የኢሚግሬሽን እና ዜግነት አገልግሎት",
            "Tigrinya: ናይ ኢሚግሬሽን ክፍሊ",
            "Georgian: საქართველოს შინაგან საქმეთა სამინისტრო",
            "Armenian: Հայաստանի միգրացիոն ծառայություն",
            "ދިވެހިރާއްޖޭގެ އިމިގްރޭޝަން",
            "ܡܕܝܢܬܐ ܕܐܬܘܪ",
            "المديرية العامة للأمن العام في لبنان – 2017",
            "سازمان مهاجرت افغانستان",
            "משרד הפנים ומשטרת הגבולות",
            "Ukrainian: Державна міграційна служба України",
            "Vietnamese: Cục Quản lý xuất nhập cảnh");

    private final PdfWriter pdf = new PdfWriter();
    private final WordWriter word = new WordWriter();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es"})
    void a_fiche_is_printed_in_every_language_of_the_facility(String language) throws IOException {
        Paper document = Documents.of(Documents.usual(), language);
        String title = Documents.CODES
                .list("fiche-sections")
                .find("LOGFRAME")
                .orElseThrow()
                .label(document.language());
        String text = textOf(kept("usual-" + language + ".pdf", pdf.write(document)));
        assertThat(text).contains("Costa Rica III", "2017-03", title, "10.7", "Dirección General");
        try (XWPFDocument read = docx("usual-" + language + ".docx", document)) {
            assertThat(headings(read, "Heading1")).hasSize(9).contains(title);
        }
    }

    @Test
    void a_pdf_has_every_section_the_sums_pages_and_who_pays() throws IOException {
        String text = textOf(pdf.write(Documents.of(Documents.usual(), "en")));
        assertThat(text)
                .contains("Subtotal: Experts' fees", "30,450.00", "47,006.00", "Outcome 1", "Output 1.2", "Timeline")
                .contains("Nothing has been written here yet.")
                .contains("Funded by the European Union · Implemented by ICMPD", "Page ")
                .contains("Министерство", "Ελλάδα", "საქართველო", "Հայաստան");
    }

    @Test
    void a_word_file_has_real_headings_tables_and_fields() throws IOException {
        try (XWPFDocument read = docx("usual.docx", Documents.of(Documents.usual(), "en"))) {
            assertThat(headings(read, "Heading1"))
                    .containsExactly(
                            "Classification",
                            "Context and institutional framework",
                            "Intervention logic",
                            "Planned Activities",
                            "Budget",
                            "Risks",
                            "Cross-cutting issues",
                            "Sustainable Development Goals",
                            "Visibility plan");
            assertThat(headings(read, "Heading2")).contains("Timeline", "Expert profiles", "Gender", "Human rights");
            assertThat(read.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
            XWPFTable logframe = read.getTables().get(2);
            assertThat(logframe.getRow(0).getCell(1).getText()).isEqualTo("Indicator");
            assertThat(logframe.getRow(0).isRepeatHeader()).isTrue();
            assertThat(logframe.getText()).contains("Officers recognise forgeries.", "80 percent");
            String footer = read.getFooterList().getFirst()._getHdrFtr().xmlText();
            assertThat(footer).contains("Funded by the European Union", "NUMPAGES");
        }
    }

    @Test
    void what_is_read_from_right_to_left_is_so_in_both() throws IOException {
        Paper document = Documents.of(Documents.usual(), "en");
        try (XWPFDocument read = docx("rtl.docx", document)) {
            XWPFParagraph arabic = read.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().startsWith("تعمل"))
                    .findFirst()
                    .orElseThrow();
            assertThat(arabic.getCTP().getPPr().isSetBidi()).isTrue();
        }
        assertThat(textOf(pdf.write(document))).contains("משרד");
    }

    /** What the fonts have no letters of is printed as #. */
    @Test
    void partners_write_in_their_own_scripts() throws IOException {
        FicheContent content = filled(String.join("\n", SCRIPTS), 1);
        String text = textOf(kept("scripts.pdf", pdf.write(Documents.of(content, "en"))));
        assertThat(text).doesNotContain("#");
        assertThat(text).contains("公安部", "出入国在留管理庁", "이민청", "የኢሚግሬሽን", "საქართველოს", "Հայաստանի");
        assertThat(text).contains("กระทรวงการต่างประเทศ");
    }

    @Test
    void nothing_that_people_write_breaks_a_document() throws IOException {
        String nasty =
                "<script>alert('x')</script> & \"quotes\" ' {document.title} ]]> \u0001\u0007\u001b\uFFFE\u202E\u0085 "
                        + "x".repeat(600) + "\r\n\t\u2028end 🙂 汉字";
        FicheContent content = filled(nasty, 3);
        String text = textOf(kept("nasty.pdf", pdf.write(Documents.of(content, "en"))));
        assertThat(text.replaceAll("\\s", "")).contains("<script>alert('x')</script>&\"quotes\"'{document.title}]]>");
        try (XWPFDocument read = docx("nasty.docx", Documents.of(content, "en"))) {
            assertThat(read.getTables().get(2).getText()).contains("<script>alert('x')</script>");
        }
    }

    @Test
    void an_empty_fiche_says_that_nothing_is_written_yet() throws IOException {
        FicheContent empty = new FicheContent(
                "ASIA",
                "HORIZONTAL",
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        String text = textOf(kept("empty.pdf", pdf.write(Documents.of(empty, "fr"))));
        assertThat(text.split("Rien n'a encore été écrit ici", -1)).hasSize(9);
        try (XWPFDocument read = docx("empty.docx", Documents.of(empty, "fr"))) {
            assertThat(headings(read, "Heading1")).hasSize(9);
        }
    }

    /** A body ends at a mebibyte, so a fiche cannot say more than this. */
    @Test
    void the_largest_fiche_is_printed_in_time() throws IOException {
        FicheContent content = filled("A sentence of nine words that says nothing new. ".repeat(40), 50);
        Paper document = Documents.of(content, "en");
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            byte[] printed = kept("largest.pdf", pdf.write(document));
            try (PDDocument read = Loader.loadPDF(printed)) {
                assertThat(read.getNumberOfPages()).isGreaterThan(100);
            }
            assertThat(kept("largest.docx", word.write(document))).hasSizeGreaterThan(1_000);
        });
    }

    @Test
    void a_timeline_of_many_years_is_told_in_the_table_only() throws IOException {
        FicheContent usual = Documents.usual();
        var first = usual.activities().getFirst();
        var late = new PlannedActivity(9, "TRAINING", "Late", "ON_SITE", "2199-12", 365, null, null, null);
        FicheContent content = new FicheContent(
                "ASIA",
                "HORIZONTAL",
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(first, late),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        assertThat(textOf(pdf.write(Documents.of(content, "en"))))
                .contains("December 2199")
                .doesNotContain("Timeline");
    }

    private static FicheContent filled(String text, int times) {
        Output output = new Output(text, null);
        String title = text.substring(0, Math.min(300, text.length()));
        return new FicheContent(
                "ASIA",
                "HORIZONTAL",
                List.of(),
                text,
                List.of(),
                text,
                Collections.nCopies(
                        Math.min(20, times), new Outcome(text, null, Collections.nCopies(Math.min(18, times), output))),
                IntStream.rangeClosed(1, times)
                        .mapToObj(number -> new PlannedActivity(
                                number,
                                "TRAINING",
                                title,
                                "ON_SITE",
                                "2027-01",
                                5,
                                "CR",
                                title,
                                Documents.activity(1).experts()))
                        .toList(),
                Collections.nCopies(
                        times,
                        new BudgetLine(
                                title, "FEES", title.substring(0, 20), "1", "999999999999.99", "999999999999.99")),
                Collections.nCopies(times, new Risk(text, "LOW", "LOW", text)),
                text,
                text,
                text,
                text,
                List.of("10.7"),
                text);
    }

    private static List<String> headings(XWPFDocument read, String style) {
        return read.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private XWPFDocument docx(String name, Paper document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(kept(name, word.write(document))));
    }

    private static byte[] kept(String name, byte[] file) throws IOException {
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve(name), file);
        return file;
    }

    private static String textOf(byte[] file) throws IOException {
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
