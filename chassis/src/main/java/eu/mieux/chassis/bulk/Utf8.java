package eu.mieux.chassis.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Finds where a file stops being UTF-8. */
final class Utf8 {

    private static final int PORTION = 1 << 16;

    private Utf8() {}

    /** The first line (from 1) with bytes that are not UTF-8; the last one when all are. */
    static long firstBadLine(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Lines lines = new Lines();
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer bytes = ByteBuffer.allocate(PORTION);
            CharBuffer chars = CharBuffer.allocate(PORTION);
            boolean more = true;
            while (more) {
                more = file.read(bytes) >= 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, !more);
                lines.count(chars.flip());
                if (result.isError()) {
                    break;
                }
                bytes.compact();
                chars.clear();
            }
        }
        return lines.line;
    }

    /** Line ends of all three kinds. */
    private static final class Lines {
        private long line = 1;
        private char last;

        void count(CharBuffer text) {
            while (text.hasRemaining()) {
                char c = text.get();
                if (c == '\r' || (c == '\n' && last != '\r')) {
                    line++;
                }
                last = c;
            }
        }
    }
}
