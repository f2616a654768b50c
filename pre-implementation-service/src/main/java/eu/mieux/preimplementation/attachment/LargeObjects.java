package eu.mieux.preimplementation.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps attachments beside their records, as large objects of PostgreSQL: saved, restored and rolled back with them. */
@ApplicationScoped
class LargeObjects implements AttachmentStore {

    private static final String MAKE = """
            insert into attachment_content (attachment_id, content) values (:attachment, lo_from_bytea(0, ''))
            returning content""";
    private static final String WRITE =
            "select 1 from (select lo_put(cast(:object as oid), :offset, :piece)) as written";
    private static final String FIND = "select content from attachment_content where attachment_id = :attachment";
    private static final String READ = "select lo_get(cast(:object as oid), :offset, :length)";
    private static final String REMOVE = """
            with gone as (delete from attachment_content where attachment_id = :attachment returning content)
            select lo_unlink(cast(content as oid)) from gone""";

    /** Bytes at a time. */
    private static final int PIECE = 1024 * 1024;

    private final EntityManager entities;

    LargeObjects(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Place place() {
        return Place.DATABASE;
    }

    /** They come with their record, in its transaction. */
    @Override
    public void bring(UUID attachment, Upload upload) {}

    @Override
    public void keep(UUID attachment, Upload upload) {
        long object = number(MAKE, attachment);
        try (InputStream bytes = Files.newInputStream(upload.file())) {
            long offset = 0;
            byte[] piece = bytes.readNBytes(PIECE);
            while (piece.length > 0) {
                session()
                        .createNativeQuery(WRITE, Integer.class)
                        .setParameter("object", object)
                        .setParameter("offset", offset)
                        .setParameter("piece", piece)
                        .getSingleResult();
                offset += piece.length;
                piece = bytes.readNBytes(PIECE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional
    public void copy(UUID attachment, OutputStream to) {
        long object = number(FIND, attachment);
        try {
            long offset = 0;
            byte[] piece = piece(object, offset);
            while (piece.length > 0) {
                to.write(piece);
                offset += piece.length;
                piece = piece(object, offset);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(UUID attachment) {
        number(REMOVE, attachment);
    }

    private byte[] piece(long object, long offset) {
        return session()
                .createNativeQuery(READ, byte[].class)
                .setParameter("object", object)
                .setParameter("offset", offset)
                .setParameter("length", PIECE)
                .getSingleResult();
    }

    private long number(String sql, UUID attachment) {
        return session()
                .createNativeQuery(sql, Long.class)
                .setParameter("attachment", attachment)
                .getSingleResult();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
