package eu.mieux.chassis.codelist;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The facility profile: every code list, loaded once when the service starts and never changed afterwards. A malformed
 * profile stops the start ({@link FacilityMalformed}).
 */
@Singleton
@Startup
public class CodeLists {

    private final Profile profile;

    @Inject
    CodeLists(@ConfigProperty(name = "mieux.facility") String folder) {
        this(Path.of(folder));
    }

    private CodeLists(Path folder) {
        this.profile = new ProfileReader(folder).read();
    }

    /** Reads a profile outside of a running service: tests, tools. */
    public static CodeLists of(Path folder) {
        return new CodeLists(folder);
    }

    public Facility facility() {
        return profile.facility();
    }

    /** The list of that name; asking for one that the profile lacks is a fault of the caller's code or of the profile. */
    public CodeList list(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalStateException("The facility profile has no code list %s.csv.".formatted(name)));
    }

    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(profile.lists().get(name));
    }

    /** Every list, by name. */
    public List<CodeList> all() {
        return List.copyOf(profile.lists().values());
    }

    /** Changes whenever any file of the profile does. */
    String fingerprint() {
        return profile.fingerprint();
    }

    /** What a profile folder holds. */
    record Profile(Facility facility, Map<String, CodeList> lists, String fingerprint) {}
}
