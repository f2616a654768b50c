package eu.mieux.chassis.identity;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** The record is in the caller's sight, but by a role that does not admit what she asks for. */
public final class OutOfReach extends Refusal {

    public OutOfReach(String what, Object key) {
        super(
                Kind.FORBIDDEN,
                "You may read %s %s, but no role of yours lets you do this with it; ask somebody in charge of it."
                        .formatted(what, key));
    }
}
