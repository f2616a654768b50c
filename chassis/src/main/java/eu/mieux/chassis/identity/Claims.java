package eu.mieux.chassis.identity;

import java.util.List;

/** The claims of a token that say where its roles apply: {@code regions}, {@code countries}, {@code authority}. */
@FunctionalInterface
public interface Claims {

    /** The values of a claim; none if the token does not have it. */
    List<String> claims(String name);
}
