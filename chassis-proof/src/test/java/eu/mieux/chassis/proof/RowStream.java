package eu.mieux.chassis.proof;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A CSV file that exists only while it is read. */
final class RowStream extends InputStream {

    private final int rows;
    private final IntFunction<String> row;
    private byte[] current;
    private int position;
    private int next;

    RowStream(String header, int rows, IntFunction<String> row) {
        this.rows = rows;
        this.row = row;
        this.current = line(header);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (position == current.length) {
            if (next == rows) {
                return -1;
            }
            current = line(row.apply(next++));
            position = 0;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, bytes, offset, count);
        position += count;
        return count;
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
