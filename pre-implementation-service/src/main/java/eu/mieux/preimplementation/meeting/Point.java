package eu.mieux.preimplementation.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A point of an agenda, a request or another topic; and once it was dealt with, what the minutes say of it. */
@Embeddable
class Point {

    @Column(name = "request_id")
    private @Nullable UUID requestId;

    @Column(name = "request_reference")
    private @Nullable String requestReference;

    @Column
    private @Nullable String topic;

    @Column
    private @Nullable String said;

    @Column
    private @Nullable String concluded;

    Point() {}

    static Point request(UUID id, String reference) {
        Point point = new Point();
        point.requestId = id;
        point.requestReference = reference;
        return point;
    }

    static Point topic(String topic) {
        Point point = new Point();
        point.topic = topic;
        return point;
    }

    /** What was said, in place of what was written before. */
    void minute(@Nullable String itsSaid, @Nullable String itsConcluded) {
        said = itsSaid;
        concluded = itsConcluded;
    }

    boolean isAbout(Point other) {
        return Objects.equals(requestId, other.requestId) && Objects.equals(topic, other.topic);
    }

    @Nullable
    UUID requestId() {
        return requestId;
    }

    @Nullable
    String requestReference() {
        return requestReference;
    }

    @Nullable
    String topic() {
        return topic;
    }

    @Nullable
    String said() {
        return said;
    }

    @Nullable
    String concluded() {
        return concluded;
    }
}
