package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.request.FilingRequests;
import eu.mieux.preimplementation.request.FilingRequests.Filed;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds files to requests, shows them to those who see the request, and takes them out of drafts. */
@ApplicationScoped
class Attaching {

    /** Of one request. */
    static final int MOST = 50;

    private final Attachments attachments;
    private final Stores stores;
    private final FilingRequests requests;
    private final AuditNotes notes;
    private final Caller caller;
    private final Clock clock;

    Attaching(
            Attachments attachments,
            Stores stores,
            FilingRequests requests,
            AuditNotes notes,
            Caller caller,
            Clock clock) {
        this.attachments = attachments;
        this.stores = stores;
        this.requests = requests;
        this.notes = notes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    List<Attachment> list(String request) {
        return attachments.of(requests.get(request).id());
    }

    /** Whether the caller may add to it, before its bytes are read. */
    @Transactional
    void require(String request) {
        requests.get(request);
    }

    /** An attachment that has come in, and is not kept yet. */
    record Brought(UUID id, AttachmentStore where, String name, Upload upload) {}

    /** Outside of any transaction: a store may be another machine. */
    Brought bring(String name, Upload upload) {
        Brought brought = new Brought(Time.newId(), stores.current(), name, upload);
        brought.where().bring(brought.id(), upload);
        return brought;
    }

    /** What was attached, and the request as it is with it. */
    record Attached(Attachment attachment, Filed to) {}

    @Transactional
    Attached attach(String request, @Nullable String ifMatch, Brought file) {
        Filed filed = requests.attach(request, ifMatch);
        if (attachments.count("requestId", filed.id()) >= MOST) {
            throw new AttachmentRefusals.EnoughAttached(filed.name(), MOST);
        }
        Attachment attachment = new Attachment(
                file.id(),
                filed.id(),
                file.name(),
                file.upload(),
                file.where().place(),
                Signature.of(caller),
                Time.now(clock));
        attachments.persistAndFlush(attachment);
        file.where().keep(file.id(), file.upload());
        return new Attached(attachment, filed);
    }

    @Transactional
    Attachment find(String request, UUID id) {
        return attachments.get(requests.get(request).id(), id);
    }

    /** A copy of its bytes, which its reader removes. Outside of any transaction. */
    Path copy(Attachment attachment) throws IOException {
        Path file = Files.createTempFile("attachment", "");
        try {
            MessageDigest digest = Upload.sha256Digest();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                stores.of(attachment.keptIn()).copy(attachment.id(), out);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(attachment.sha256())) {
                throw new IllegalStateException(
                        "The bytes of attachment %s are not those that were attached".formatted(attachment.id()));
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Letters name people, so it is written down who reads them. */
    @Transactional
    void noteReading(String request) {
        Filed filed = requests.get(request);
        notes.shown("request", "attachment", List.of(new AuditNotes.Subject(filed.id(), filed.name())));
    }

    @Transactional
    void remove(String request, @Nullable String ifMatch, UUID id) {
        Filed filed = requests.detach(request, ifMatch);
        Attachment attachment = attachments.get(filed.id(), id);
        attachments.delete(attachment);
        stores.of(attachment.keptIn()).remove(id);
    }
}
