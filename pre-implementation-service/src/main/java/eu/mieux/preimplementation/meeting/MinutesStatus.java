package eu.mieux.preimplementation.meeting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the minutes of a meeting stand: a draft is written again, adopted ones never change. */
@Schema(name = "MinutesStatus")
enum MinutesStatus {
    DRAFT,
    ADOPTED
}
