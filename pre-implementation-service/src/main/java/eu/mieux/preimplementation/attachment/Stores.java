package eu.mieux.preimplementation.attachment;

import eu.mieux.preimplementation.attachment.AttachmentStore.Place;
import jakarta.enterprise.context.ApplicationScoped;

/** The bucket, if there is one, else the database. What was kept before there was a bucket stays readable where it is. */
@ApplicationScoped
class Stores {

    private final LargeObjects database;
    private final BucketStore bucket;

    Stores(LargeObjects database, BucketStore bucket) {
        this.database = database;
        this.bucket = bucket;
    }

    /** Where new attachments go. */
    AttachmentStore current() {
        return bucket.isThere() ? bucket : database;
    }

    AttachmentStore of(Place place) {
        return switch (place) {
            case DATABASE -> database;
            case BUCKET -> bucket;
        };
    }
}
