package eu.mieux.chassis.problem;

/** What kind of refusal a {@link Refusal} is. Each maps to one HTTP status; the domain never sees HTTP. */
public enum Kind {
    /** The question itself cannot be read: 400. */
    MALFORMED(400),
    /** In sight, but not hers to do: 403. */
    FORBIDDEN(403),
    /** Absent, or out of the caller's sight: 404. */
    ABSENT(404),
    /** A step that the record's state does not allow: 409. */
    ILLEGAL_STEP(409),
    /** The same is being done already; ask again in a moment: 409. */
    UNDER_WAY(409),
    /** It was there, and is no longer: 410. */
    GONE(410),
    /** The caller looked at an older version: 412. */
    STALE(412),
    /** More than is accepted: 413. */
    TOO_LARGE(413),
    /** A body of a form that is not taken: 415. */
    UNSUPPORTED(415),
    /** A rule of the domain is broken: 422. */
    RULE_BROKEN(422),
    /** A change without saying which version it changes: 428. */
    PRECONDITION_REQUIRED(428),
    /** More at once than one caller may: 429. */
    TOO_MANY(429),
    /** Nothing is wrong with the question, but what answers it is away: 503. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
