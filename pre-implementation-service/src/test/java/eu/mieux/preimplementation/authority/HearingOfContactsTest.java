package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Heard.by;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That there is another focal point says something of a person: it is told to those who see them. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class HearingOfContactsTest {

    private static final String AUTHORITIES = "/api/v1/authorities";

    @Test
    void that_focal_points_changed_is_heard_by_those_who_see_them() {
        String id = withContact(Map.of("name", "Ministry of Fisheries", "type", "CENTRAL_GOVERNMENT", "country", "DJ"));
        String key = manager().get(AUTHORITIES + "/" + id).path("key");
        for (Listener entitled : List.of(
                by("regions", "AFRICA_CENTRAL_EASTERN_SOUTHERN", "officer"),
                by("authority", key, "partner"),
                by("regions", "ASIA", "manager"))) {
            assertThat(heard(id, entitled)).containsExactly("registered", "contacts-changed");
        }
        for (Listener stranger : List.of(
                by("regions", "ASIA", "officer"),
                by("authority", "dj-other", "partner"),
                by("institution", "HOME", "steering-member"),
                new Listener(Set.of("client"), Map.of(), Set.of("authorities:read")))) {
            assertThat(heard(id, stranger)).containsExactly("registered");
        }
    }

    @Test
    void of_a_regional_organisation_hear_the_officers_of_its_members_regions() {
        String id = withContact(Map.of(
                "name", "ECOWAS Fisheries Desk", "type", "REGIONAL_ORGANISATION", "regionalOrganisation", "ECOWAS"));
        assertThat(heard(id, by("regions", "AFRICA_WEST", "officer"))).contains("contacts-changed");
        assertThat(heard(id, by("regions", "ASIA", "officer"))).containsExactly("registered");
    }

    private static List<String> heard(String authority, Listener listener) {
        return Heard.of("authority", authority, "contacts-changed", listener);
    }

    private static String withContact(Map<String, String> authority) {
        String id = json(manager(), authority)
                .post(AUTHORITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(manager(), Map.of("name", "Aminata Example", "email", "aminata@example.org"))
                .post(AUTHORITIES + "/" + id + "/contacts")
                .then()
                .statusCode(200);
        return id;
    }
}
