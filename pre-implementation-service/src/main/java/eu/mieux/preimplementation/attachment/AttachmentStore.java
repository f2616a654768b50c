package eu.mieux.preimplementation.attachment;

import java.nio.file.Path;
import java.util.UUID;

/** Where the bytes of attachments are kept. Works in the caller's transaction, or undoes what it did when that fails. */
interface AttachmentStore {

    void keep(UUID attachment, Path content);

    void copy(UUID attachment, Path to);

    void remove(UUID attachment);
}
