package eu.mieux.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        // Quarkus would answer an address that is no URI with a bare 400; Objections says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
