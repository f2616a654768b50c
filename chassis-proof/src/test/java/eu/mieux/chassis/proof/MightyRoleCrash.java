package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MightyRoleCrash {

    @Test
    void as_the_owner_of_the_tables_the_shop_does_not_serve() throws Exception {
        String owner = Premises.environment().get("MIEUX_DATABASE_OWNER");
        Map<String, String> mighty = Map.of(
                "MIEUX_DATABASE_USER",
                owner,
                "MIEUX_DATABASE_PASSWORD",
                Premises.environment().get("MIEUX_DATABASE_OWNER_PASSWORD"));
        try (ShopProcess shop = ShopProcess.launch(mighty)) {
            assertThat(shop.awaitEnd()).isEqualTo(1);
            assertThat(shop.said()).contains("MIEUX_DATABASE_USER is " + owner);
        }
    }
}
