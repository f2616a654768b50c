package eu.mieux.preimplementation.attachment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of an S3-compatible service, and what is said when that is away. A few calls at once go to it: when it answers slowly or
 * not at all, those who wait for it leave room for all others.
 */
@ApplicationScoped
class Bucket {

    private static final Logger LOG = Logger.getLogger(Bucket.class);
    private static final int AT_ONCE = 16;
    private static final int QUEUEING_SECONDS = 2;

    private final Optional<BucketSettings> settings;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Null where there is no bucket. */
    private final @Nullable S3Client s3;

    Bucket(BucketSettings.Given given) {
        this.settings = given.settings();
        this.s3 = settings.map(BucketSettings::client).orElse(null);
    }

    boolean isThere() {
        return s3 != null;
    }

    /** A service that is told a wrong bucket says so when it starts; one whose bucket is away starts, and does without for a while. */
    void check(@Observes StartupEvent starting) {
        if (s3 == null) {
            return;
        }
        String name = name();
        try {
            s3.headBucket(head -> head.bucket(name));
        } catch (S3Exception e) {
            if (e.statusCode() < 500) {
                throw new WrongBucket(name, e);
            }
            LOG.warnf("The bucket %s is away; there are no attachments until it is back: %s", name, e.getMessage());
        } catch (SdkException e) {
            LOG.warnf("The bucket %s is away; there are no attachments until it is back: %s", name, e.getMessage());
        }
    }

    void close(@Observes ShutdownEvent stopping) {
        if (s3 != null) {
            s3.close();
        }
    }

    /** Streamed from its file; the server compares it with the checksum. */
    void put(String key, Upload upload) {
        String sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(upload.sha256()));
        ask(client -> client.putObject(
                put -> put.bucket(name())
                        .key(key)
                        .contentType("application/octet-stream")
                        .checksumSHA256(sum),
                RequestBody.fromFile(upload.file())));
    }

    void copy(String key, OutputStream to) {
        ask(client -> {
            try (InputStream bytes = client.getObject(get -> get.bucket(name()).key(key))) {
                bytes.transferTo(to);
            } catch (NoSuchKeyException e) {
                throw new IllegalStateException("The bucket %s has lost %s".formatted(name(), key), e);
            }
        });
    }

    /** Does nothing when it is gone already. */
    void delete(String key) {
        ask(client -> client.deleteObject(delete -> delete.bucket(name()).key(key)));
    }

    /** Something that is asked of the bucket's service. */
    @FunctionalInterface
    private interface Question {
        void ask(S3Client client) throws IOException;
    }

    private void ask(Question question) {
        if (s3 == null) {
            LOG.warn("An attachment is in a bucket, and MIEUX_S3_BUCKET does not say in which.");
            throw new AttachmentRefusals.AttachmentsAway();
        }
        if (!hasPlace()) {
            throw new AttachmentRefusals.AttachmentsAway();
        }
        try {
            question.ask(s3);
        } catch (SdkException | IOException e) {
            LOG.warnf("The bucket %s does not do what it is asked: %s", name(), e.getMessage());
            throw new AttachmentRefusals.AttachmentsAway();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(QUEUEING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // The service is being stopped.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String name() {
        return settings.orElseThrow().bucket();
    }

    static final class WrongBucket extends RuntimeException {
        WrongBucket(String name, S3Exception e) {
            super(
                    "MIEUX_S3_BUCKET is %s, and that bucket cannot be used (%d): is it there, are MIEUX_S3_ACCESS_KEY and MIEUX_S3_SECRET_KEY right, and do they allow to list, get, put and delete in it?"
                            .formatted(name, e.statusCode()),
                    e);
        }
    }
}
