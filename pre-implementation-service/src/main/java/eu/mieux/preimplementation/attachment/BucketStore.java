package eu.mieux.preimplementation.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.UUID;

/** Keeps attachments in a bucket, under their ids alone: people's names for files stay in the database. */
@ApplicationScoped
class BucketStore implements AttachmentStore {

    private final Bucket bucket;
    private final StrayObjects strays;

    BucketStore(Bucket bucket, StrayObjects strays) {
        this.bucket = bucket;
        this.strays = strays;
    }

    static String key(UUID attachment) {
        return "attachments/" + attachment;
    }

    boolean isThere() {
        return bucket.isThere();
    }

    @Override
    public Place place() {
        return Place.BUCKET;
    }

    @Override
    public void bring(UUID attachment, Upload upload) {
        strays.expect(attachment);
        bucket.put(key(attachment), upload);
    }

    @Override
    public void keep(UUID attachment, Upload upload) {
        strays.adopt(attachment);
    }

    @Override
    public void copy(UUID attachment, OutputStream to) {
        bucket.copy(key(attachment), to);
    }

    @Override
    public void remove(UUID attachment) {
        strays.abandon(attachment);
    }
}
