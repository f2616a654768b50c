package eu.mieux.knowledge.webhook;

/** What became of a delivery. */
enum DeliveryStatus {
    /** To be sent, or sent again, when it is its turn. */
    PENDING,
    /** The receiver has answered 2xx. */
    DELIVERED,
    /** Given up until somebody replays it; what is told of the same record waits behind it. */
    PARKED
}
