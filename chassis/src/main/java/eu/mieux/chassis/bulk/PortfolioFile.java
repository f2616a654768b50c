package eu.mieux.chassis.bulk;

import java.util.List;

/**
 * One kind of CSV file that a service takes in and gives out again. Imports bring a record to the state of its row,
 * whatever its state was; a row that changes nothing makes no event.
 *
 * @param <R> a row as the service understands it
 */
public interface PortfolioFile<R> {

    /** The file's name without {@code .csv}. */
    String name();

    /** The header, in order. */
    List<String> columns();

    /** Converts the cells of one row; what is wrong is said on the row, by column. The result of a rejected row is not used. */
    R read(Row row);

    /** The natural key, unique in a file. */
    String key(R row);

    /**
     * Brings a batch into the database and the event log, within the import's transaction; rows that refer to what is not
     * there, or break a rule, are rejected on the outcome. Called again and again, so it must not keep rows.
     */
    void keep(List<Line<R>> lines, Outcome outcome);

    /** A query that gives every row of the file as text, the columns in order, ordered by key. */
    String exportQuery();

    /** A row and the line it begins on, the header being line 1. */
    record Line<R>(long number, R row) {}
}
