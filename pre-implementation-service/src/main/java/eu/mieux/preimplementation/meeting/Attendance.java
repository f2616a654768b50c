package eu.mieux.preimplementation.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who attended: an institution, where it matters by one of its functions; never a person by her name. */
@Embeddable
@Schema(name = "MeetingAttendance")
record Attendance(
        @Schema(
                description =
                        "Code of the list steering-institutions, EUD- and a country for the EU Delegation there, or FACILITY",
                examples = "EUD-CM")
        @Column(name = "institution")
        @NotNull(message = "Name the institution.")
        @Size(max = 40, message = "At most 40 characters.")
        String institution,

        @Schema(description = "In which function, not by which name", examples = "Chair")
        @Column(name = "\"function\"")
        @Size(max = 200, message = "At most 200 characters.")
        @Nullable
        String function) {

    /** Those who run the facility, and write the minutes. */
    static final String FACILITY = "FACILITY";
}
