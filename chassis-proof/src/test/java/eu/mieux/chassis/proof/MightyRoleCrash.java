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

    @Test
    void what_the_serving_role_puts_beside_the_tables_is_not_looked_at_by_their_owner() {
        Books books = Premises.books();
        ShopProcess.start().close();
        books.execute("create schema service_owner");
        try {
            books.execute(
                    "create table service_owner.flyway_schema_history (like public.flyway_schema_history including all)");
            books.execute("grant all on schema service_owner to public");
            books.execute("grant all on service_owner.flyway_schema_history to public");
            try (ShopProcess shop = ShopProcess.start()) {
                assertThat(shop.isReady()).isTrue();
            }
            assertThat(books.number("select count(*) from service_owner.flyway_schema_history"))
                    .isZero();
        } finally {
            books.execute("drop schema service_owner cascade");
        }
    }
}
