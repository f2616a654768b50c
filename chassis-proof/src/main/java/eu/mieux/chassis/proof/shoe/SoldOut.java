package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** There is no pair left to sell. */
class SoldOut extends Refusal {
    SoldOut(String article) {
        super(Kind.ILLEGAL_STEP, "There is no pair of %s left; restock it first.".formatted(article));
    }
}
