package eu.mieux.implementation.step;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step that a record took here.
 *
 * @param status the status that it took
 * @param on the day of the step in the facility's calendar, which may be earlier than the day it was recorded
 * @param reason why; always said of a hold, a postponement and a cancellation
 */
@Embeddable
@Schema(name = "Step")
public record Step(
        @Column(name = "status") String status,
        @Column(name = "taken_on") LocalDate on,
        @Column(name = "reason") @Nullable String reason) {}
