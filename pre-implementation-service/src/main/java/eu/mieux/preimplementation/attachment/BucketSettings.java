package eu.mieux.preimplementation.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Which bucket, and how one gets into it.
 *
 * @param url of the service; empty for Amazon's own in this region
 */
record BucketSettings(String bucket, Optional<URI> url, String region, String accessKey, String secretKey) {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** For a call with all its repetitions. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** As the environment says. */
    @ApplicationScoped
    static class Given {

        private final Optional<BucketSettings> settings;

        Given(
                @ConfigProperty(name = "mieux.s3.bucket") Optional<String> bucket,
                @ConfigProperty(name = "mieux.s3.url") Optional<URI> url,
                @ConfigProperty(name = "mieux.s3.region") String region,
                @ConfigProperty(name = "mieux.s3.access-key") Optional<String> accessKey,
                @ConfigProperty(name = "mieux.s3.secret-key") Optional<String> secretKey) {
            this.settings = bucket.map(name -> new BucketSettings(
                    name,
                    url,
                    region,
                    required(accessKey, "MIEUX_S3_ACCESS_KEY"),
                    required(secretKey, "MIEUX_S3_SECRET_KEY")));
        }

        /** Empty where attachments are kept in the database. */
        Optional<BucketSettings> settings() {
            return settings;
        }

        private static String required(Optional<String> value, String variable) {
            return value.orElseThrow(() ->
                    new IllegalStateException("MIEUX_S3_BUCKET is set, and %s is not; set both.".formatted(variable)));
        }
    }

    S3Client client() {
        var builder = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                // Those that Amazon invented last are unknown to other services; ours is sent with each object.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(PATIENCE))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE));
        url.ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        return builder.build();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "bucket %s at %s".formatted(bucket, url.map(URI::toString).orElse(region));
    }
}
