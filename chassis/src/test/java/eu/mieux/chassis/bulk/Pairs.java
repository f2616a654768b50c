package eu.mieux.chassis.bulk;

import java.util.List;

/** A file of two columns, for tests that only read. */
record Pairs() implements PortfolioFile<String> {

    static final List<String> COLUMNS = List.of("key", "value");

    static Row row(String value) {
        return new Row("pairs", 2, java.util.Map.of("key", "k", "value", value));
    }

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String read(Row row) {
        return row.required("key");
    }

    @Override
    public String key(String row) {
        return row;
    }

    @Override
    public void keep(List<Line<String>> lines, Outcome outcome) {
        lines.forEach(line -> outcome.created());
    }

    @Override
    public String exportQuery() {
        return "select null, null where false";
    }
}
