package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.NotFound;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service that answers, by the name it has in addresses such as {@code /services/{service}/audit-trail}. */
@Singleton
public class ThisService {

    private final String name;

    ThisService(@ConfigProperty(name = "quarkus.application.name") String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** @throws NotFound when another service is asked for: the call did not come through the gateway, which knows the way */
    public void requireToBe(String asked) {
        if (!asked.equals(name)) {
            throw new NotFound("service", asked);
        }
    }
}
