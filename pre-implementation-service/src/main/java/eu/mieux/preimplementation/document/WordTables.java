package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.document.Block.Bar;
import eu.mieux.preimplementation.document.Block.Cell;
import eu.mieux.preimplementation.document.Block.Column;
import eu.mieux.preimplementation.document.Block.Line;
import eu.mieux.preimplementation.document.Block.Row;
import eu.mieux.preimplementation.document.Block.Span;
import eu.mieux.preimplementation.document.Block.Style;
import eu.mieux.preimplementation.document.Paper.Fact;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Tables of a word processor: columns of a width, rows that stay together, titles on every page. */
final class WordTables {

    private static final String DARK = "1F3864";
    private static final String BUSY = "4472A8";
    private static final int WHAT = 34;

    private final XWPFDocument word;
    private final int width;

    /** @param width between the margins, in twentieths of a point */
    WordTables(XWPFDocument word, int width) {
        this.word = word;
        this.width = width;
    }

    void facts(Fact... facts) {
        XWPFTable table = begun(new int[] {28, 72});
        for (Fact fact : facts) {
            XWPFTableRow row = row(table, 2, false);
            fill(row.getCell(0), "CellTitle", List.of(Texts.line(fact.name())), false, "EEF1F6");
            fill(row.getCell(1), "Cell", fact.values(), false, null);
        }
        after();
    }

    void table(Block.Table block) {
        List<Column> columns = block.columns();
        XWPFTable table = begun(columns.stream().mapToInt(Column::share).toArray());
        if (block.titled()) {
            XWPFTableRow titles = row(table, columns.size(), true);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                fill(titles.getCell(i), "CellHead", List.of(Texts.line(column.title())), column.number(), DARK);
            }
        }
        for (Row each : block.rows()) {
            XWPFTableRow row = row(table, columns.size(), false);
            row.setCantSplitRow(each.together());
            for (int i = 0; i < columns.size(); i++) {
                Cell cell = each.cells().get(i);
                boolean plain = each.style() == Style.PLAIN || (each.style() == Style.LEVEL && i > 0);
                fill(row.getCell(i), plain ? "Cell" : "CellTitle", cell.lines(), cell.number(), shade(each.style()));
            }
        }
        after();
    }

    void bars(Block.Bars block) {
        int months = block.months().size();
        int[] shares = new int[months + 1];
        Arrays.fill(shares, (100 - WHAT) / months);
        shares[0] = WHAT;
        XWPFTable table = begun(shares);
        XWPFTableRow years = row(table, block.years().size() + 1, true);
        fill(years.getCell(0), "CellHead", List.of(), false, DARK);
        for (int i = 0; i < block.years().size(); i++) {
            Span year = block.years().get(i);
            XWPFTableCell cell = years.getCell(i + 1);
            fill(cell, "CellHead", List.of(Texts.line(year.title())), false, DARK);
            cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(year.months()));
        }
        XWPFTableRow head = row(table, months + 1, true);
        fill(head.getCell(0), "CellHead", List.of(), false, DARK);
        for (int i = 0; i < months; i++) {
            fill(
                    head.getCell(i + 1),
                    "CellHead",
                    List.of(Texts.line(block.months().get(i))),
                    false,
                    DARK);
        }
        for (Bar bar : block.bars()) {
            XWPFTableRow row = row(table, months + 1, false);
            fill(row.getCell(0), "Cell", List.of(bar.title()), false, null);
            for (int i = 0; i < months; i++) {
                fill(row.getCell(i + 1), "Cell", List.of(), false, bar.months().get(i) ? BUSY : null);
            }
        }
        after();
    }

    /** What is read from right to left says so twice: of its paragraph, and of its letters. */
    static void write(XWPFParagraph paragraph, Line line) {
        XWPFRun run = paragraph.createRun();
        run.setText(line.text());
        if (line.rtl()) {
            var properties = paragraph.getCTP().getPPr();
            (properties == null ? paragraph.getCTP().addNewPPr() : properties).addNewBidi();
            var letters = run.getCTR().getRPr();
            (letters == null ? run.getCTR().addNewRPr() : letters).addNewRtl();
        }
    }

    private XWPFTable begun(int[] shares) {
        XWPFTable table = word.createTable(1, 1);
        table.removeRow(0);
        CTTbl xml = table.getCTTbl();
        xml.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        xml.getTblPr().getTblW().setType(STTblWidth.DXA);
        xml.getTblPr().getTblW().setW(BigInteger.valueOf(width));
        // POI draws black ones by itself; the style has its own.
        xml.getTblPr().unsetTblBorders();
        table.setStyleID("FicheTable");
        int all = IntStream.of(shares).sum();
        CTTblGrid grid = xml.getTblGrid() == null ? xml.addNewTblGrid() : xml.getTblGrid();
        for (int share : shares) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) width * share / all));
        }
        return table;
    }

    /** Its titles come again on the next page. */
    private static XWPFTableRow row(XWPFTable table, int cells, boolean titles) {
        XWPFTableRow row = table.createRow();
        while (row.getTableCells().size() < cells) {
            row.createCell();
        }
        row.setCantSplitRow(true);
        row.setRepeatHeader(titles);
        return row;
    }

    private static void fill(
            XWPFTableCell cell, String style, List<Line> lines, boolean number, @Nullable String shade) {
        if (shade != null) {
            cell.setColor(shade);
        } else if (cell.getCTTc().getTcPr() == null) {
            cell.getCTTc().addNewTcPr();
        }
        for (int i = 0; i < Math.max(1, lines.size()); i++) {
            XWPFParagraph paragraph = i == 0 && !cell.getParagraphs().isEmpty()
                    ? cell.getParagraphs().getFirst()
                    : cell.addParagraph();
            paragraph.setStyle(style);
            if (number) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            if (i < lines.size()) {
                write(paragraph, lines.get(i));
            }
        }
    }

    private static @Nullable String shade(Style style) {
        return switch (style) {
            case PLAIN -> null;
            case GROUP -> "D5DCEA";
            case LEVEL, TOTAL -> "EEF1F6";
        };
    }

    /** Two tables that follow each other become one in a word processor. */
    private void after() {
        word.createParagraph().setStyle("Gap");
    }
}
