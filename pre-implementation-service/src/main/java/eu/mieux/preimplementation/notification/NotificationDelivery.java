package eu.mieux.preimplementation.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one is told. */
@Schema(name = "NotificationDelivery", description = "DAILY_DIGEST: one mail a day with all that has gathered")
enum NotificationDelivery {
    AT_ONCE,
    DAILY_DIGEST,
    NEVER
}
