package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.identity.MergedKeys;
import eu.mieux.chassis.identity.Renamed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A partner whose token names an authority that was merged since is a partner of the one that goes on for it. */
@ApplicationScoped
class MergedAuthorities implements Renamed {

    private static final String CLAIM = "authority";

    private final MergedKeys keys;

    MergedAuthorities(AgroalDataSource database) {
        this.keys = new MergedKeys(database, "select key, merged_into from authority where merged_into is not null");
    }

    @Override
    public boolean concerns(String claim) {
        return claim.equals(CLAIM);
    }

    @Override
    public List<String> keysOf(String claim, List<String> held) {
        return keys.keysOf(held);
    }
}
