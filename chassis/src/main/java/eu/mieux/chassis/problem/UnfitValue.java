package eu.mieux.chassis.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value in a JSON body that has the right type and is refused all the same; the message is for whoever sent it. */
public final class UnfitValue extends MismatchedInputException {

    public UnfitValue(JsonParser parser, Class<?> target, String message) {
        super(parser, message, target);
    }
}
