package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.request.FilingRequests;
import eu.mieux.preimplementation.request.FilingRequests.Filed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds files to requests, shows them to those who see the request, and takes them out of drafts. */
@ApplicationScoped
class Attaching {

    /** Of one request. */
    static final int MOST = 50;

    private final Attachments attachments;
    private final AttachmentStore store;
    private final FilingRequests requests;
    private final AuditNotes notes;
    private final Caller caller;
    private final Clock clock;

    Attaching(
            Attachments attachments,
            AttachmentStore store,
            FilingRequests requests,
            AuditNotes notes,
            Caller caller,
            Clock clock) {
        this.attachments = attachments;
        this.store = store;
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

    /** What was attached, and the request as it is with it. */
    record Attached(Attachment attachment, Filed to) {}

    @Transactional
    Attached attach(String request, @Nullable String ifMatch, String name, Upload upload) {
        Filed filed = requests.attach(request, ifMatch);
        if (attachments.count("requestId", filed.id()) >= MOST) {
            throw new AttachmentRefusals.EnoughAttached(filed.name(), MOST);
        }
        Attachment attachment =
                new Attachment(Time.newId(), filed.id(), name, upload, caller.subject(), Time.now(clock));
        attachments.persistAndFlush(attachment);
        store.keep(attachment.id(), upload.file());
        return new Attached(attachment, filed);
    }

    /** What an attachment is, and a copy of its bytes that its reader removes. */
    record Content(Attachment attachment, Path file) {}

    /** Letters name people, so it is written down who reads them. */
    @Transactional
    Content read(String request, UUID id) throws IOException {
        Filed filed = requests.get(request);
        Attachment attachment = attachments.get(filed.id(), id);
        Path file = Files.createTempFile("attachment", "");
        try {
            store.copy(id, file);
            notes.shown("request", "attachment", List.of(new AuditNotes.Subject(filed.id(), filed.name())));
            return new Content(attachment, file);
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Transactional
    void remove(String request, @Nullable String ifMatch, UUID id) {
        Filed filed = requests.detach(request, ifMatch);
        attachments.delete(attachments.get(filed.id(), id));
        store.remove(id);
    }
}
