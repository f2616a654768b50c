package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.problem.InvalidFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file as it came in, looked at and not kept yet: a slow sender holds no connection to the database. */
record Upload(Path file, long size, String sha256, FileType type) implements AutoCloseable {

    /**
     * @throws AttachmentRefusals.NotTaken when it is empty, or of no kind that is taken
     * @throws InvalidFields when its name ends as that of another kind
     */
    static Upload of(InputStream body, String name) throws IOException {
        Path file = Files.createTempFile("attachment", "");
        try {
            MessageDigest digest = sha256Digest();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                size = body.transferTo(out);
            }
            if (size == 0) {
                throw new AttachmentRefusals.NotTaken("The file is empty; send its bytes as the body.");
            }
            Optional<FileType> type = FileType.of(file, name);
            if (type.isEmpty()) {
                throw AttachmentRefusals.NotTaken.of(FileType.described(file));
            }
            FileName.require(type.get(), name);
            return new Upload(file, size, HexFormat.of().formatHex(digest.digest()), type.get());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
