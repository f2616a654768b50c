package eu.mieux.preimplementation.attachment;

import java.io.OutputStream;
import java.util.UUID;

/** Where the bytes of attachments are kept. Which place keeps an attachment is told by its record. */
interface AttachmentStore {

    /** The places there are; a record keeps the name. */
    enum Place {
        DATABASE,
        BUCKET
    }

    Place place();

    /**
     * Takes in the bytes of an attachment to be. Outside of any transaction, since it may take its time: whoever waits for another
     * machine holds no connection to the database. What {@link #keep} does not follow soon is thrown away.
     */
    void bring(UUID attachment, Upload upload);

    /** Keeps what was brought, in the transaction that writes the record. */
    void keep(UUID attachment, Upload upload);

    /** Outside of any transaction, too. */
    void copy(UUID attachment, OutputStream to);

    /** In the transaction that deletes the record: gone once that is committed. */
    void remove(UUID attachment);
}
