package eu.mieux.knowledge.webhook;

/** What became of a delivery. */
enum DeliveryStatus {
    /** To be sent, or sent again. */
    PENDING,
    /** The receiver has answered 2xx. */
    DELIVERED,
    /** Given up until somebody replays it; what is told of the same record waits behind it. */
    PARKED
}
