package eu.mieux.gateway;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the page, kept compressed: the documentation would otherwise take megabytes of a small heap. Its tag is made
 * of the content, because the times of a reproducible build say nothing.
 */
record Asset(String mediaType, String contentSecurityPolicy, String etag, Buffer gzipped) {

    /** Null when there is no such resource. */
    static @Nullable Asset load(String resource, String mediaType, String contentSecurityPolicy) {
        try (InputStream content = Asset.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                return null;
            }
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                byte[] chunk = new byte[16_384];
                for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                    digest.update(chunk, 0, read);
                    gzip.write(chunk, 0, read);
                }
            }
            String etag = '"' + HexFormat.of().formatHex(digest.digest(), 0, 8) + '"';
            return new Asset(mediaType, contentSecurityPolicy, etag, Buffer.buffer(compressed.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** For clients that do not take gzip. */
    Buffer plain() {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(gzipped.getBytes()))) {
            return Buffer.buffer(gzip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack what was packed a moment ago", e);
        }
    }
}
